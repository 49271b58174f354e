package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run as the server tells of it: Tenable.sc API, /scanResult. It does not say in which zone it ran; that is a matter of its
 * definition.
 *
 * @param scanId the definition that ran; null if it was deleted, or if somebody ran it without one
 * @param status the server's own word
 * @param importStatus the server's own word
 * @param startedAt null if it has not begun
 * @param finishedAt null if it has not ended
 * @param totalTargets addresses that it should look at; null if the server does not say
 * @param detail what the server says of a failure, of the scan or of the import; empty if nothing
 * @param progress null where it was not asked for, or the server keeps none
 */
public record TenableResult(
        String id,
        String name,
        @Nullable String scanId,
        String status,
        String importStatus,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long totalTargets,
        String detail,
        @Nullable TenableProgress progress) {

    /** The same with what is known of its progress. */
    TenableResult with(@Nullable TenableProgress known) {
        return new TenableResult(
                id, name, scanId, status, importStatus, createdAt, startedAt, finishedAt, totalTargets, detail, known);
    }

    /** How far it has come, by its word. */
    public RunState state() {
        return RunMaker.state(this);
    }

    /** True if it may still change by itself, and also if its word is not known here. */
    public boolean mayChange() {
        return switch (StateWords.state(status)) {
            case QUEUED, RUNNING, PAUSED, UNRECOGNISED -> true;
            case COMPLETED, PARTIAL, FAILED, STOPPED -> finishedAt == null;
        };
    }
}
