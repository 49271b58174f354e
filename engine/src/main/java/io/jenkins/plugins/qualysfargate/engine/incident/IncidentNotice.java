package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The body of every message about an incident: all of it as it stood then, so that a channel needs nothing else.
 * {@code contracts/incident-notice.schema.json} has its shape.
 *
 * @param version of the shape
 * @param sequence counts the messages of the incident; channels that got the same one have the same number
 * @param round see {@link Spoken#round}
 * @param urgency that pagers show: of what failed, or of the tier
 * @param tier how many tiers were reached
 * @param failing the worst first
 * @param unlisted how many fail besides those, because the message had no room for them
 * @param ticked the latest first
 * @param added names of what people were not told before
 * @param worse names of what has become worse
 * @param removed names of what was ticked off just now
 * @param said by a person, or why people are told again; empty if nothing
 */
public record IncidentNotice(
        int version,
        NoticeKind kind,
        Signal signal,
        String id,
        String key,
        String group,
        long sequence,
        int round,
        String title,
        String sourceKind,
        Urgency urgency,
        IncidentState state,
        Instant openedAt,
        Instant at,
        int tier,
        @Nullable Ack ack,
        List<NoticeLine> failing,
        int unlisted,
        List<Ticked> ticked,
        int tickedMore,
        List<String> added,
        List<String> worse,
        List<String> removed,
        String said) {
    /** Grows when a key is renamed or goes, not when one is added. */
    public static final int VERSION = 1;

    public IncidentNotice {
        failing = List.copyOf(failing);
        ticked = List.copyOf(ticked);
        added = List.copyOf(added);
        worse = List.copyOf(worse);
        removed = List.copyOf(removed);
    }

    /** @throws IllegalArgumentException if it is no notice of a version that is known here */
    public static IncidentNotice read(String json) {
        IncidentNotice notice = RecordJson.read(json, IncidentNotice.class);
        if (notice.version != VERSION) {
            throw new IllegalArgumentException("Cannot read an incident notice of version " + notice.version
                    + ": only version " + VERSION + " is known here, so update this installation");
        }
        return notice;
    }

    /** One line of JSON. */
    public String json() {
        return RecordJson.write(this);
    }

    /** Names of all scans that fail, those that a cause explains included, each once. */
    public List<String> failedScans() {
        return failing.stream()
                .flatMap(each -> each.cause() ? each.children().stream().map(Child::name) : Stream.of(each.name()))
                .distinct()
                .toList();
    }

    /** How many fail besides those whose names are here. */
    public int unnamedScans() {
        return unlisted + failing.stream().mapToInt(NoticeLine::moreChildren).sum();
    }

    /** Where the steps are written down, each once, the most urgent first. */
    public List<String> runbooks() {
        return failing.stream()
                .map(NoticeLine::runbook)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}
