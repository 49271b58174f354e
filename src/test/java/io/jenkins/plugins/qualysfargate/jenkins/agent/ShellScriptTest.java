package io.jenkins.plugins.qualysfargate.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Execution of commands out of names: SECURITY-1878 docker-commons, 1741 pipeline-aws, 1736 aws-sam. */
@DisabledOnOs(OS.WINDOWS)
class ShellScriptTest {
    private static final List<String> HOSTILE = List.of(
            "$(touch made)",
            "`touch made`",
            "; touch made #",
            "' ; touch made ; '",
            "'\\''; touch made",
            "&& touch made",
            "line\ntouch made\n",
            "$HOME ${HOME} ~ * ? [a-z] \\ \\n %s \"",
            "",
            " ");

    @TempDir
    private Path directory;

    @Test
    void shouldGiveEveryWordAsItIsToTheProgram() throws Exception {
        Path place = Files.createDirectory(directory.resolve("it's a $(place)"));
        List<String> words =
                Stream.concat(Stream.of("printf", "%s\\0"), HOSTILE.stream()).toList();

        String seen = run(ShellScript.of(words, place.toString(), List.of()));

        assertThat(seen.split("\0", -1)).startsWith(HOSTILE.toArray(new String[0]));
        try (Stream<Path> made = Files.walk(directory)) {
            assertThat(made.map(Path::getFileName))
                    .noneMatch(path -> path.toString().contains("made"));
        }
    }

    @Test
    void shouldNotStartInAnotherPlaceThanTheOneThatWasMade() throws Exception {
        String gone = directory.resolve("gone").toString();

        assertThat(run(ShellScript.of(List.of("printf", "started"), gone, List.of())))
                .doesNotContain("started");
    }

    private String run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("script.sh"), script);
        Process shell = new ProcessBuilder("sh", file.toString())
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String seen = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return seen;
    }
}
