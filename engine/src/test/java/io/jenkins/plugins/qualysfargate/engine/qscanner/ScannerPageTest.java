package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The user page and the code say the same; {@code -Dgolden.write=true} rewrites the table of the page. */
class ScannerPageTest {
    private static final Path PAGE = Path.of("../docs/user/scanner.md");
    private static final String START = "<!-- exit codes: checked by ScannerPageTest -->\n";
    private static final String END = "<!-- end of exit codes -->";

    private static final Map<ExitClass, String> WORDS = Map.of(
            ExitClass.DONE, "done",
            ExitClass.DENIED, "denied: never passes",
            ExitClass.UNDETERMINED, "undecided, unless AUDIT is allowed",
            ExitClass.BACKEND_PENDING, "repeated, then undecided",
            ExitClass.BACKEND_UPLOAD, "repeated once, then undecided",
            ExitClass.IMAGE_UNREADABLE, "undecided: image not readable",
            ExitClass.SETUP, "undecided: set-up",
            ExitClass.INCOMPLETE, "undecided: incomplete",
            ExitClass.FAILED, "undecided: failed");

    private static String table() {
        return ExitCode.TABLE.stream()
                .map(exit -> "| %d | %s | %s | %s |\n"
                        .formatted(exit.code(), exit.meaning(), WORDS.get(exit.kind()), exit.whatToDo()))
                .collect(Collectors.joining(
                        "", "\n| code | what happened | result | what to do |\n|---|---|---|---|\n", "\n"));
    }

    @Test
    void shouldListEveryExitCodeAsTheCodeHasIt() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, page.substring(0, start) + table() + page.substring(end));
            return;
        }
        assertThat(page.substring(start, end)).isEqualTo(table());
    }

    @Test
    void shouldNameEveryPlatformAndTheDefaults() throws IOException {
        String page = Files.readString(PAGE);
        ScannerSettings settings = ScannerSettings.in(Path.of("."));
        assertThat(page)
                .contains(Arrays.stream(PodName.values()).map(PodName::name).collect(Collectors.joining(", ")))
                .contains("further " + settings.reportWait().toMinutes() + " minutes")
                .contains(settings.killGrace().toSeconds() + " seconds later")
                .contains("first " + (settings.maxLogBytes() >> 20) + " MiB");
        assertThat(settings.maxRetries()).isEqualTo(3);
        assertThat(settings.retryDelay()).hasMinutes(1);
    }
}
