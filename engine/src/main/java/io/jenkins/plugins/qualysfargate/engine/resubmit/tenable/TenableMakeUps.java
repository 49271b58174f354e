package io.jenkins.plugins.qualysfargate.engine.resubmit.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableDefinition;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableOverview;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableResult;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableScans;
import io.jenkins.plugins.qualysfargate.engine.resubmit.ActiveRun;
import io.jenkins.plugins.qualysfargate.engine.resubmit.DefinitionNow;
import io.jenkins.plugins.qualysfargate.engine.resubmit.MakeUpRuns;
import io.jenkins.plugins.qualysfargate.engine.resubmit.RunLook;
import io.jenkins.plugins.qualysfargate.engine.resubmit.SourcePicture;
import io.jenkins.plugins.qualysfargate.engine.resubmit.StartOutcome;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scans of a Tenable.sc that are launched to make up for failed ones. */
public final class TenableMakeUps implements MakeUpRuns {
    private final String sourceId;
    private final TenableScans scans;

    /** @param sourceId as monitors name it */
    public TenableMakeUps(String sourceId, TenableScans scans) {
        this.sourceId = sourceId;
        this.scans = scans;
    }

    @Override
    public SourcePicture picture(String subjectId, Instant pastFrom, Instant now) throws BlindException {
        TenableOverview overview = scans.overview(sourceId, pastFrom, now);
        Observation observation = overview.observation();
        return new SourcePicture(
                true,
                definition(overview, subjectId),
                active(overview.active(), overview.definitions()),
                new NextDues(overview, now).all(),
                observation.runs().stream()
                        .filter(each -> each.subjectId().equals(subjectId))
                        .toList(),
                observation.components(),
                overview.updating().stream()
                        .map(each -> new SourcePicture.Updating(each.what(), each.zoneId()))
                        .toList());
    }

    private static @Nullable DefinitionNow definition(TenableOverview overview, String id) {
        Optional<TenableDefinition> found = overview.definitions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        Optional<Subject> subject = overview.observation().subjects().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return null;
        }
        TenableDefinition it = found.get();
        Schedule schedule = subject.map(Subject::schedule).orElse(null);
        return new DefinitionNow(
                it.id(),
                it.name(),
                it.zoneId(),
                it.zoneName(),
                allowed(it),
                it.modifiedAt(),
                it.dependents(),
                subject.map(Subject::disabledBecause).orElse(null),
                schedule == null ? ZoneOffset.UTC : schedule.zone());
    }

    private static @Nullable Boolean allowed(TenableDefinition it) {
        if (Boolean.TRUE.equals(it.canUse()) || Boolean.TRUE.equals(it.canManage())) {
            return true;
        }
        boolean unsaid = it.canUse() == null || it.canManage() == null;
        return unsaid ? null : Boolean.FALSE;
    }

    @Override
    public List<ActiveRun> active() throws BlindException {
        return active(scans.activeResults(), scans.definitions());
    }

    /** A result does not say its zone; that of one without a definition may be any. */
    private static List<ActiveRun> active(List<TenableResult> results, List<TenableDefinition> definitions) {
        Map<String, TenableDefinition> byId = new LinkedHashMap<>();
        definitions.forEach(each -> byId.put(each.id(), each));
        return results.stream()
                .filter(TenableResult::mayChange)
                .map(each -> {
                    TenableDefinition definition = each.scanId() == null ? null : byId.get(each.scanId());
                    return new ActiveRun(
                            each.id(),
                            each.scanId(),
                            each.name(),
                            definition == null ? null : definition.zoneId(),
                            each.state(),
                            each.status());
                })
                .toList();
    }

    @Override
    public StartOutcome start(String subjectId) {
        return scans.launch(subjectId)
                .fold(
                        accepted -> new StartOutcome.Accepted(accepted.resultId()),
                        not -> new StartOutcome.NotStarted(not.reason(), not.howToFix()),
                        unclear -> new StartOutcome.Unclear(unclear.reason()));
    }

    @Override
    public Optional<RunLook> run(String runId) throws BlindException {
        return scans.result(runId)
                .map(each -> new RunLook(
                        each.state(),
                        each.progress() != null && each.progress().begun(),
                        each.status(),
                        each.detail()));
    }

    @Override
    public List<StartedRun> startedSince(String subjectId, Instant from) throws BlindException {
        return scans.resultsSince(from).stream()
                .filter(each -> subjectId.equals(each.scanId()))
                .map(each -> new StartedRun(each.id(), each.createdAt()))
                .toList();
    }
}
