package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReader;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads policy files; one that is not there or not text is the user's mistake, never an empty policy. */
final class PolicyFile {
    /** One more than the reader takes, so that a longer file is refused by its reader with the reader's message. */
    private static final int MOST_BYTES = (1 << 20) + 1;

    private PolicyFile() {}

    static PolicyReading read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return PolicyReader.read(file.toString(), text);
        } catch (CharacterCodingException notText) {
            throw new UsageException("Cannot read the policy " + file + ": it is not UTF-8 text.");
        } catch (IOException failed) {
            throw new UsageException("Cannot read the policy " + file + ": " + FileProblem.of(failed)
                    + ". Check the path and the permissions.");
        }
    }
}
