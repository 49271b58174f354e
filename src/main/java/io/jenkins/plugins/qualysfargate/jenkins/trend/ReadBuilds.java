package io.jenkins.plugins.qualysfargate.jenkins.trend;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuild;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Makes the index of a job anew: loads the last builds that have results, and no other one. */
final class ReadBuilds {
    /** Directories that are looked at; jobs with more builds than this discard old ones long before. */
    private static final int MOST_DIRECTORIES = 100_000;

    private ReadBuilds() {}

    static TrendIndex of(Job<?, ?> job) throws IOException {
        List<ScannedBuild> builds = scanned(job.getBuildDir().toPath()).stream()
                .map(number -> find(job, number))
                .flatMap(Optional::stream)
                .toList();
        return new TrendIndex(builds);
    }

    private static Optional<ScannedBuild> find(Job<?, ?> job, int number) {
        Run<?, ?> run = job.getBuildByNumber(number);
        return run == null ? Optional.empty() : ScannedBuild.of(run);
    }

    /** The numbers of the last builds that have a directory of results. */
    private static NavigableSet<Integer> scanned(Path builds) throws IOException {
        NavigableSet<Integer> numbers = new TreeSet<>(Comparator.reverseOrder());
        if (!Files.isDirectory(builds)) {
            return numbers;
        }
        int seen = 0;
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(builds, "[1-9]*")) {
            for (Path directory : directories) {
                if (++seen > MOST_DIRECTORIES) {
                    break;
                }
                add(directory, numbers);
            }
        }
        return numbers;
    }

    private static void add(Path directory, NavigableSet<Integer> numbers) {
        String name = String.valueOf(directory.getFileName());
        if (name.matches("[0-9]{1,9}") && Files.isDirectory(directory.resolve(RunScans.DIRECTORY))) {
            numbers.add(Integer.valueOf(name));
            if (numbers.size() > TrendIndex.MOST) {
                numbers.pollLast();
            }
        }
    }
}
