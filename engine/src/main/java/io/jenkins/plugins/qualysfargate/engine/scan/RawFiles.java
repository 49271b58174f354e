package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.RawReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that a scanner wrote, for a history that keeps them beside the result. */
final class RawFiles {
    // QScanner writes fewer than ten; the directory is hostile all the same.
    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    private RawFiles() {}

    /** Those of an output directory, or the one report; none if it cannot be listed, because that is a matter of reading. */
    static List<RawReport> of(Path output) {
        if (!Files.isDirectory(output)) {
            return isReport(output) ? List.of(report(output)) : List.of();
        }
        try (Stream<Path> files = Files.list(output)) {
            return files.filter(RawFiles::isReport)
                    .sorted()
                    .limit(MOST)
                    .map(RawFiles::report)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean isReport(Path file) {
        // A link leads out of the directory.
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && NAME.matcher(name(file)).matches();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static RawReport report(Path file) {
        return new RawReport(name(file), () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    }
}
