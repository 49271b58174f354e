package io.jenkins.plugins.qualysfargate.jenkins.badge;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which badge of a job somebody asks for. Every word is one of a closed set; nothing of it appears in the picture.
 *
 * @param subject what it is about
 * @param build finds the build that it speaks of; null if there is none
 */
record BadgeOrder(Subject subject, Function<Job<?, ?>, Run<?, ?>> build) {
    private static final String USUAL_BUILD = "lastCompletedBuild";

    /** As Jenkins calls them in addresses. */
    private static final Map<String, Function<Job<?, ?>, Run<?, ?>>> BUILDS = Map.of(
            "lastBuild",
            Job::getLastBuild,
            USUAL_BUILD,
            Job::getLastCompletedBuild,
            "lastStableBuild",
            Job::getLastStableBuild,
            "lastSuccessfulBuild",
            Job::getLastSuccessfulBuild,
            "lastUnstableBuild",
            Job::getLastUnstableBuild,
            "lastUnsuccessfulBuild",
            Job::getLastUnsuccessfulBuild,
            "lastFailedBuild",
            Job::getLastFailedBuild);

    /** What a badge can be about. */
    enum Subject {
        compliance,
        vulnerabilities
    }

    /**
     * Reads the words of a request; one that is empty or missing is the usual one.
     *
     * @throws IllegalArgumentException naming the unknown word and the valid ones
     */
    static BadgeOrder parse(@CheckForNull String subject, @CheckForNull String build) {
        return new BadgeOrder(subject(subject), build(build));
    }

    private static Subject subject(@CheckForNull String word) {
        if (word == null || word.isEmpty()) {
            return Subject.compliance;
        }
        return Arrays.stream(Subject.values())
                .filter(subject -> subject.name().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> unknown("subject", Arrays.stream(Subject.values()).map(Subject::name)));
    }

    private static Function<Job<?, ?>, Run<?, ?>> build(@CheckForNull String word) {
        String wanted = word == null || word.isEmpty() ? USUAL_BUILD : word;
        if (wanted.matches("[0-9]{1,9}")) {
            return job -> job.getBuildByNumber(Integer.parseInt(wanted));
        }
        Function<Job<?, ?>, Run<?, ?>> known = BUILDS.get(wanted);
        if (known == null) {
            throw unknown("build", Stream.concat(Stream.of("a number"), BUILDS.keySet().stream()));
        }
        return known;
    }

    private static IllegalArgumentException unknown(String name, Stream<String> valid) {
        return new IllegalArgumentException("The value of '" + name + "' is not known; valid are "
                + valid.sorted().collect(Collectors.joining(", ")) + ".");
    }
}
