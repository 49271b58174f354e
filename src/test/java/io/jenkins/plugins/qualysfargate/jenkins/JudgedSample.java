package io.jenkins.plugins.qualysfargate.jenkins;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.policy.Context;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyEvaluator;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReader;
import io.jenkins.plugins.qualysfargate.engine.qscanner.output.OutputDirectory;
import java.nio.file.Path;
import java.time.Instant;

/** A sample of the contracts, judged by a policy that is written as users write it. */
final class JudgedSample {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final String POLICY = """
            version: 1
            name: no critical
            limits:
              critical: 0
            """;

    private JudgedSample() {}

    /** Where the samples are; known only to the JVM that the tests were started in. */
    static Path directory(String sample) {
        return Path.of("contracts", "samples", sample).toAbsolutePath();
    }

    static JudgedImage judge(Path directory) {
        Evidence evidence = new OutputDirectory(ReadLimits.DEFAULT).read(directory, Expectation.DEFAULT);
        return evidence.fold(
                complete -> new JudgedImage(
                        null,
                        complete.report().image().digest(),
                        complete.report().image().platform(),
                        complete.report(),
                        PolicyEvaluator.judge(policy(), complete.report(), Context.at(NOW)),
                        NOW,
                        directory.toString()),
                incomplete -> new JudgedImage(
                        null,
                        null,
                        null,
                        null,
                        Judgement.indeterminate(incomplete.verdict()),
                        NOW,
                        directory.toString()));
    }

    private static Policy policy() {
        return PolicyReader.read("policy.yaml", POLICY).fold(valid -> valid.policy(), invalid -> {
            throw new AssertionError("The policy is valid, but: " + invalid.problems());
        });
    }
}
