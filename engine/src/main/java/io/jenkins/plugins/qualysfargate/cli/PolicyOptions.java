package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.threat.FeedSources;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what images are judged. */
final class PolicyOptions {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Policy to judge by. Without one: no critical finding, no secret, no malware.")
    @Nullable
    Path policy;

    @Option(names = "--floor", paramLabel = "FILE", description = "Stricter policy that --policy can only tighten.")
    @Nullable
    Path floor;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = SeverityWord.class,
            description =
                    "Also fail on any finding of this severity or worse: critical, high, medium, low, informational"
                            + " or unknown.")
    @Nullable
    Severity failOn;

    @Option(
            names = "--kev",
            paramLabel = "FILE|URL",
            description = "CISA's catalogue of known exploited vulnerabilities, where the policy asks for it.")
    @Nullable
    String kev;

    @Option(
            names = "--epss",
            paramLabel = "FILE|URL",
            description = "FIRST's exploit prediction scores, where the policy asks for them.")
    @Nullable
    String epss;

    EngineSettings applyTo(EngineSettings settings, PrintStream warnings) {
        return settings.withPolicy(policy(warnings)).withFeeds(new FeedSources(kev, epss));
    }

    Policy policy(PrintStream warnings) {
        Policy chosen;
        if (floor == null) {
            chosen = policy == null ? Policy.defaults() : load(policy, warnings);
        } else {
            // A floor alone is a whole policy: held together with the defaults its own exceptions would not count.
            Policy least = load(floor, warnings);
            chosen = policy == null ? least : load(policy, warnings).tightenedBy(least);
        }
        return failOn == null ? chosen : chosen.failOn(failOn);
    }

    static Policy load(Path file, PrintStream warnings) {
        return PolicyFile.read(file)
                .fold(
                        valid -> {
                            valid.warnings().forEach(warning -> warnings.println("Warning: " + warning));
                            return valid.policy();
                        },
                        invalid -> {
                            throw new UsageException("The policy cannot be used:\n"
                                    + invalid.problems().stream()
                                            .map(YamlProblem::toString)
                                            .collect(Collectors.joining("\n")));
                        });
    }
}
