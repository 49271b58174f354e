package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.AtomicFileWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which compliance file holds: the configured one if it is sound, else the last one that was, also after a restart. So nothing
 * goes unwatched because somebody made a mistake in a file. Not thread-safe.
 */
final class FileInForce {
    private final Path copy;

    @CheckForNull
    private ComplianceText last;

    @CheckForNull
    private String keptText;

    /** @param copy where the last sound file is kept */
    FileInForce(Path copy) {
        this.copy = copy;
    }

    /**
     * What holds now.
     *
     * @param text null if nothing can be checked
     * @param current false if it is not the configured one
     * @param problems of the configured file, or of keeping it
     */
    record Choice(@CheckForNull ComplianceText text, boolean current, List<String> problems) {
        Choice {
            problems = List.copyOf(problems);
        }
    }

    Choice choose(ComplianceConfiguration configured) {
        if (!configured.isConfigured()) {
            last = null;
            return new Choice(null, true, forgotten());
        }
        ComplianceText read = configured.read();
        if (!read.problems().isEmpty()) {
            return new Choice(lastSound(), false, read.problems());
        }
        last = read;
        return new Choice(read, true, kept(read.text()));
    }

    @CheckForNull
    private ComplianceText lastSound() {
        if (last == null && Files.isRegularFile(copy)) {
            ComplianceText stored = ComplianceText.at(copy.toAbsolutePath().toString());
            last = stored.problems().isEmpty() ? stored : null;
        }
        return last;
    }

    private List<String> forgotten() {
        keptText = null;
        try {
            Files.deleteIfExists(copy);
            return List.of();
        } catch (IOException failed) {
            return List.of(Messages.FileInForce_notDeleted(copy, failed.toString()));
        }
    }

    private List<String> kept(String text) {
        if (text.equals(keptText)) {
            return List.of();
        }
        try {
            Path directory = copy.getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            try (AtomicFileWriter writer = new AtomicFileWriter(copy, StandardCharsets.UTF_8)) {
                writer.write(text);
                writer.commit();
            }
            keptText = text;
            return List.of();
        } catch (IOException failed) {
            return List.of(Messages.FileInForce_notKept(copy, failed.toString()));
        }
    }
}
