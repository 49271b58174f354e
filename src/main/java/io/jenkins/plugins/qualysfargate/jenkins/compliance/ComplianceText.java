package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceFile;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceFileReading;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a compliance file, understood or with everything that is wrong with it.
 *
 * @param source what people call the file
 * @param text empty if it could not be read
 * @param settings null if there is a problem
 * @param problems with line and column; empty if there are settings
 * @param warnings what it says and probably does not mean
 */
record ComplianceText(
        String source,
        String text,
        @CheckForNull ComplianceSettings settings,
        List<String> problems,
        List<String> warnings) {
    /** As much as the reader takes. */
    private static final long LONGEST = 4L * 1024 * 1024;

    ComplianceText {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** @param source what people call it, for messages */
    static ComplianceText of(String source, String text) {
        ComplianceFileReading reading = ComplianceFile.read(source, text);
        return reading.fold(
                valid -> new ComplianceText(source, text, valid.settings(), List.of(), valid.warnings()),
                invalid -> new ComplianceText(
                        source,
                        text,
                        null,
                        invalid.problems().stream().map(Object::toString).toList(),
                        List.of()));
    }

    /** A file of the controller. */
    static ComplianceText at(String path) {
        try {
            Path file = Path.of(path);
            if (!file.isAbsolute()) {
                return problem(path, Messages.ComplianceText_relative(path));
            }
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return problem(path, Messages.ComplianceText_noFile(path));
            }
            return of(path, Files.readString(file));
        } catch (CharacterCodingException notText) {
            return problem(path, Messages.ComplianceText_noText(path));
        } catch (InvalidPathException | IOException unreadable) {
            return problem(path, Messages.ComplianceText_unreadable(path, unreadable.toString()));
        }
    }

    private static ComplianceText problem(String path, String message) {
        return new ComplianceText(path, "", null, List.of(message), List.of());
    }
}
