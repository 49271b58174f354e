package io.jenkins.plugins.qualysfargate.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page tells an auditor is true. */
class EvidencePageTest {
    private static final Path PAGE = Path.of("../docs/user/evidence.md");

    @TempDir
    Path directory;

    /** What a program said, and how it ended. */
    private record Said(int exit, String text) {}

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static Said run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Said(process.exitValue(), text.strip());
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return run(List.of("python3", "--version")).exit() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private Path journal(String name, Ledger ledger) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            JournalLines.write(ledger, out);
        }
        return file;
    }

    @Test
    void shouldFollowTheChainWithTheProgramOfThePage() throws Exception {
        assumeTrue(hasPython(), "python3 is not installed");
        Matcher block = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(page());
        assertThat(block.find()).isTrue();
        Path program = Files.writeString(directory.resolve("follow.py"), block.group(1));
        Ledger ledger = Story.night()
                .note(new JournalNote(
                        Story.at(5, 0), "jürgen\u2028", "comment", "\uD83D\uDE00\u0000", "{\"a\":\"\\n\"}"))
                .ledger();
        Path journal = journal("journal.jsonl", ledger);

        assertThat(run(List.of("python3", program.toString(), journal.toString())))
                .isEqualTo(new Said(
                        0,
                        "whole: 11 entries, the last hash is " + ledger.head().hash()));

        Files.writeString(journal, Files.readString(journal).replace("scanner rebooted", "scanner was fine"));
        assertThat(run(List.of("python3", program.toString(), journal.toString())))
                .isEqualTo(new Said(1, "broken at entry 5"));
    }

    @Test
    void shouldNameEveryVerdictBesideItsWord() throws IOException {
        String page = page();
        for (OccurrenceState state : OccurrenceState.values()) {
            if (state.kind() != OccurrenceState.Kind.PENDING) {
                String word = ExportWord.of(state.name()).name();
                assertThat(page.lines().filter(line -> line.startsWith("| `" + word + "` |")))
                        .as(state.name())
                        .singleElement()
                        .asString()
                        .contains("`" + state + "`");
            }
        }
    }

    @Test
    void shouldExplainEveryWordOfTheJournal() throws Exception {
        String page = page();
        for (var field : Actions.class.getFields()) {
            assertThat(page).contains("`" + field.get(null) + "`");
        }
    }

    @Test
    void shouldSayHowManyBytesStandAroundTheReport() throws IOException {
        Path file = directory.resolve("report.json");
        try (OutputStream out = Files.newOutputStream(file)) {
            EvidenceJson.write(Story.night().report(), out);
        }
        String json = Files.readString(file);

        assertThat(page()).contains("the first 10 bytes").contains("the last 78");
        String report = json.substring(10, json.length() - 78);
        assertThat(report).startsWith("{\"schemaVersion\"").endsWith("]}");
    }
}
