package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScannedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.policy.Context;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyEvaluator;
import io.jenkins.plugins.qualysfargate.engine.threat.LoadedFeeds;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * By what images are judged: one policy, one state of the threat feeds, one clock.
 *
 * @param feeds problems with them become remarks on every image
 */
public record Judging(Policy policy, LoadedFeeds feeds, Clock clock) {

    /**
     * Judges what reading a scan gave.
     *
     * @param baseline looks up what to compare with, once it is known which image it is; may give null
     */
    JudgedImage judge(
            Subject subject, Evidence evidence, Function<Subject, @Nullable Baseline> baseline, String source) {
        return evidence.fold(
                complete -> {
                    Subject known = subject.orElse(complete.report().image());
                    return judge(known, complete.report(), complete.remarks(), baseline.apply(known), source);
                },
                incomplete -> indeterminate(subject, incomplete.verdict(), source));
    }

    JudgedImage indeterminate(Subject subject, Verdict.Indeterminate verdict, String source) {
        return new JudgedImage(
                subject.name(),
                subject.digest(),
                subject.platform(),
                null,
                Judgement.indeterminate(verdict),
                clock.instant(),
                source);
    }

    private JudgedImage judge(
            Subject subject, ScanReport read, List<String> remarks, @Nullable Baseline baseline, String source) {
        Instant now = clock.instant();
        ScanReport report = read.of(
                new ScannedImage(subject.name(), subject.digest(), read.image().imageId(), subject.platform()));
        Judgement judgement = PolicyEvaluator.judge(policy, report, new Context(baseline, feeds.feeds(), now))
                .warning(remarks)
                .warning(feeds.problems());
        return new JudgedImage(subject.name(), subject.digest(), subject.platform(), report, judgement, now, source);
    }
}
