package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what is written with what a person once looked at; {@code -Dgolden.rewrite=true} writes it anew. */
public final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    static void assertUnchanged(Class<?> underTest, String name, String actual) throws IOException {
        String directory = underTest.getPackageName().replace('.', '/') + "/" + underTest.getSimpleName();
        assertUnchanged(RESOURCES.resolve(directory).resolve(name), actual);
    }

    public static void assertUnchanged(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(file)
                .as("look at the change, then run with -Dgolden.rewrite=true")
                .hasContent(actual);
    }

    static String written(ReportWriter writer, GateOutcome outcome) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(outcome, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
