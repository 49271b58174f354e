package io.jenkins.plugins.qualysfargate.engine.evidence;

import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.at;
import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.ledger.ChainVerdict;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvidenceCheckTest {

    private static byte[] json(PeriodReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceJson.write(report, out);
        return out.toByteArray();
    }

    private static void assertRefuted(EvidenceVerdict verdict, String... words) {
        assertThat(verdict).isInstanceOfSatisfying(EvidenceVerdict.Refuted.class, refuted -> assertThat(
                        String.join("\n", refuted.reasons()))
                .contains(words));
    }

    /** A report that somebody changed and whose hash he made anew. */
    private static byte[] forged(PeriodReport report, UnaryOperator<List<ReportRow>> rows) throws IOException {
        return json(new PeriodReport(
                report.schemaVersion(),
                report.madeAt(),
                report.from(),
                report.to(),
                report.firstSequence(),
                report.head(),
                report.monitors(),
                rows.apply(report.rows()),
                report.actions(),
                report.problems()));
    }

    @Test
    void shouldConfirmAReportThatFollowsFromTheJournal() throws IOException {
        Story story = Story.night();
        byte[] json = json(story.report());
        JournalHead head = story.ledger().head();

        assertThat(EvidenceCheck.report(json, story.ledger())).isEqualTo(new EvidenceVerdict.Confirmed(head));

        // What is put on record later changes nothing of what the report was made from.
        story.verdicts(at(9, 0), verdict("blind", at(3, 0), "OK", "UNKNOWN", "It had run"));
        assertThat(EvidenceCheck.report(json, story.ledger())).isEqualTo(new EvidenceVerdict.Confirmed(head));
    }

    @Test
    void shouldRefuteAReportWhoseFileWasChanged() throws IOException {
        Story story = Story.night();
        String json = new String(json(story.report()), StandardCharsets.UTF_8);

        for (String changed : List.of(
                json.replace("UNKNOWN", "OK"),
                json.replace("2026-04", "2026-05"),
                json.strip(),
                "{}",
                "",
                "\u0000",
                json.replace("\"sha256\":\"", "\"sha256\":\"0"))) {
            assertThat(EvidenceCheck.report(changed.getBytes(StandardCharsets.UTF_8), story.ledger()))
                    .as(changed.substring(0, Math.min(40, changed.length())))
                    .isInstanceOf(EvidenceVerdict.Refuted.class);
        }
        assertRefuted(
                EvidenceCheck.report(json.replace("UNKNOWN", "OK").getBytes(StandardCharsets.UTF_8), story.ledger()),
                "was changed since it was written");
    }

    @Test
    void shouldNameTheRowThatDiffers() throws IOException {
        Story story = Story.night();
        byte[] json = forged(story.report(), rows -> rows.stream()
                .map(row -> row.verdict().monitorId().equals("blind")
                        ? new ReportRow(
                                verdict("blind", at(3, 0), "OK", null, "well"),
                                ExportWord.COMPLIANT,
                                null,
                                null,
                                row.firstEntry(),
                                row.lastEntry(),
                                row.actions())
                        : row)
                .toList());

        assertRefuted(
                EvidenceCheck.report(json, story.ledger()),
                "Row blind/17 due 2026-03-01T03:00:00Z differs",
                "state=OK",
                "state=UNKNOWN");
    }

    @Test
    void shouldNameRowsThatWereLeftOutOrAdded() throws IOException {
        Story story = Story.night();
        byte[] fewer = forged(story.report(), rows -> rows.subList(1, rows.size()));
        assertRefuted(EvidenceCheck.report(fewer, story.ledger()), "Row dev/17 due 2026-03-01T01:00:00Z is missing");

        Story other = new Story().verdicts(at(2, 0), verdict("made-up", at(1, 0), "OK", null, "well"));
        byte[] more = forged(story.report(), rows -> Stream.concat(rows.stream(), other.report().rows().stream())
                .toList());
        assertRefuted(EvidenceCheck.report(more, story.ledger()), "Row made-up/17", "does not follow");
    }

    @Test
    void shouldRefuteAReportWhoseSummaryWasChanged() throws IOException {
        Story story = Story.night();
        PeriodReport it = story.report();
        byte[] json = json(new PeriodReport(
                it.schemaVersion(),
                it.madeAt(),
                it.from(),
                it.to(),
                it.firstSequence(),
                it.head(),
                List.of(),
                it.rows(),
                it.actions(),
                it.problems()));

        assertRefuted(EvidenceCheck.report(json, story.ledger()), "summaries");
    }

    @Test
    void shouldRefuteAReportOfAnotherJournal() throws IOException {
        byte[] json = json(Story.night().report());
        Story shorter = new Story().verdicts(at(2, 0), verdict("prod", at(1, 0), "OK", null, "well"));

        assertRefuted(EvidenceCheck.report(json, shorter.ledger()), "broken at entry 2", "entry 10 was known");
    }

    @Test
    void shouldRefuteAReportWhenTheJournalWasChangedSince() throws IOException {
        Story story = Story.night();
        byte[] json = json(story.report());
        Ledger forged = new ForgedLedger(
                story.ledger(),
                5,
                note -> new JournalNote(note.at(), "joe", note.action(), note.about(), note.document()));

        assertRefuted(EvidenceCheck.report(json, forged), "broken at entry 5", "Action entry 5 differs");
    }

    private static String lines(Ledger ledger) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalLines.write(ledger, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ChainVerdict check(String lines, JournalHead... known) throws IOException {
        return JournalLines.check(new BufferedReader(new StringReader(lines)), List.of(known));
    }

    @Test
    void shouldFollowTheChainOfAJournalThatWasHandedOut() throws IOException {
        Ledger ledger = Story.night()
                .note(new JournalNote(at(5, 0), "j\u0000ü\u2028", "comment", "\uD83D\uDE00", "{\"a\":\"\\n\"}"))
                .ledger();
        String lines = lines(ledger);

        assertThat(check(lines, ledger.head())).isEqualTo(new ChainVerdict.Whole(11, ledger.head()));
        assertThat(check(lines.replace("jane", "joe"))).isInstanceOf(ChainVerdict.Broken.class);
        assertThat(check(lines.substring(0, lines.lastIndexOf('\n', lines.length() - 2) + 1), ledger.head()))
                .isInstanceOf(ChainVerdict.Broken.class);
    }

    @Test
    void shouldNameTheLineThatIsNoEntry() {
        assertThatThrownBy(() -> check("{}\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1 of a journal");
        assertThatThrownBy(() -> check(lines(Story.night().ledger()) + "half a li"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 11");
    }
}
