package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.http.ConfiguredClient;
import io.jenkins.plugins.qualysfargate.engine.http.HttpConfigurationException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The certificates that are trusted besides those of Java: a file of the controller, and what it holds for agents. */
final class CaCertificates implements Serializable {
    private static final long serialVersionUID = 1L;
    /** The certificates of a whole operating system have a quarter of this. */
    private static final long LARGEST = 1 << 20;

    private final String file;
    private final String text;

    private CaCertificates(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads them.
     *
     * @param path empty for none
     * @throws ScanRefusedException if they cannot be used
     */
    static CaCertificates read(String path) throws ScanRefusedException {
        List<String> problems = problems(path);
        if (!problems.isEmpty()) {
            throw new ScanRefusedException(problems);
        }
        try {
            return new CaCertificates(path, path.isEmpty() ? "" : Files.readString(Path.of(path)));
        } catch (IOException e) {
            throw new ScanRefusedException(List.of(Messages.CaCertificates_unusable(path, e.toString())));
        }
    }

    /** Why they cannot be used. */
    static List<String> problems(String path) {
        if (path.isEmpty()) {
            return List.of();
        }
        Path file = Path.of(path);
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                return List.of(Messages.CaCertificates_tooLarge(path, String.valueOf(LARGEST)));
            }
            ConfiguredClient.of(HttpSettings.DEFAULT.withCaFile(file));
            return List.of();
        } catch (HttpConfigurationException | IOException e) {
            return List.of(Messages.CaCertificates_unusable(path, e.getMessage()));
        }
    }

    /** On the controller; null for none. */
    @CheckForNull
    Path file() {
        return file.isEmpty() ? null : Path.of(file);
    }

    /** PEM; empty for none. */
    String text() {
        return text;
    }

    /** On an agent, under a name that says what is in it; null for none. */
    @CheckForNull
    Path putInto(Path directory) throws IOException {
        if (text.isEmpty()) {
            return null;
        }
        Path place = Files.createDirectories(directory).resolve("qualys-fargate-ca-" + Util.getDigestOf(text) + ".pem");
        if (!Files.isRegularFile(place) || !Files.readString(place).equals(text)) {
            Path part = Files.createTempFile(directory, "qualys-fargate-ca-", ".part");
            Files.writeString(part, text);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return place;
    }
}
