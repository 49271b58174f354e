package io.jenkins.plugins.qualysfargate.engine.evidence;

import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.DAY;
import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.MADE;
import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.NEXT_DAY;
import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.at;
import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeriodReportTest {
    private static ReportRow row(PeriodReport report, String monitor) {
        return report.rows().stream()
                .filter(row -> row.verdict().monitorId().equals(monitor))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> actions(PeriodReport report, ReportRow row) {
        return report.actions().stream()
                .filter(action -> row.actions().contains(action.sequence()))
                .map(action -> action.actor() + " " + action.action())
                .toList();
    }

    @Test
    void shouldShowEveryOccurrenceOfThePeriodWithItsLastVerdict() {
        PeriodReport report = Story.night().report();

        assertThat(report.rows())
                .extracting(row -> row.verdict().monitorId() + " " + row.word())
                .containsExactly("dev COMPLIANT", "prod COMPLIANT", "blind INSUFFICIENT_DATA", "public NOT_APPLICABLE");
        assertThat(report.problems()).isEmpty();
        assertThat(report.head()).isEqualTo(Story.night().ledger().head());
        assertThat(report.firstSequence()).isEqualTo(1);
    }

    @Test
    void shouldKeepTheFirstVerdictBesideTheLastOne() {
        ReportRow made = row(Story.night().report(), "dev");

        assertThat(made.verdict().state()).isEqualTo("RECOVERED");
        assertThat(made.verdict().first()).isEqualTo("MISSED");
        assertThat(made.firstSince()).isEqualTo(at(1, 10));
        assertThat(made.firstReason()).isEqualTo("Nothing ran until 02:00");
        assertThat(made.firstEntry()).isEqualTo(2);
        assertThat(made.lastEntry()).isEqualTo(7);
    }

    @Test
    void shouldSayWhoDidWhatAboutAnOccurrence() {
        PeriodReport report = Story.night().report();

        assertThat(actions(report, row(report, "dev")))
                .containsExactly("system open", "system delivery", "jane acknowledge", "jane resubmit");
        assertThat(actions(report, row(report, "prod"))).isEmpty();
        ReportAction acknowledged = report.actions().stream()
                .filter(action -> action.action().equals(Actions.ACKNOWLEDGE))
                .findFirst()
                .orElseThrow();
        assertThat(acknowledged.why()).isEqualTo("scanner rebooted");
        assertThat(acknowledged.until()).isEqualTo(at(6, 0));
        assertThat(acknowledged.detail()).contains("default/high", "1 failing");
    }

    @Test
    void shouldListWhatWasDoneInThePeriodWhateverItConcerns() {
        assertThat(Story.night().report().actions())
                .extracting(ReportAction::action)
                .containsExactly("settings", "open", "delivery", "acknowledge", "resubmit", "pause");
    }

    @Test
    void shouldCallNothingAnsweredThatWasWellWhenSomebodyAnswered() {
        Story story = new Story()
                .verdicts(at(2, 0), verdict("prod", at(1, 0), "OK", null, "well"))
                .incident(at(2, 10), "jane", Actions.ACKNOWLEDGE, Map.of(), "prod/17");

        assertThat(row(story.report(), "prod").actions()).isEmpty();
    }

    @Test
    void shouldFindTheOccurrencesOfAnOldNoteByTheirNames() {
        Story story = new Story()
                .verdicts(at(2, 0), verdict("dev", at(1, 0), "MISSED", "MISSED", "nothing ran"))
                .note(new JournalNote(
                        at(2, 5),
                        "jane",
                        Actions.ACKNOWLEDGE,
                        "inc-1",
                        "{\"incident\":\"k\",\"state\":\"OPEN\",\"failing\":[\"ALC_dev_import\"],\"failingCount\":1}"));

        assertThat(row(story.report(), "dev").actions()).containsExactly(2L);
    }

    @Test
    void shouldSumUpEachMonitor() {
        assertThat(Story.night().report().monitors())
                .containsExactly(
                        new MonitorSummary("blind", 1, 0, 0, 0, 1, 1, 0),
                        new MonitorSummary("dev", 1, 1, 0, 0, 0, 1, 1),
                        new MonitorSummary("prod", 1, 1, 0, 0, 0, 0, 0),
                        new MonitorSummary("public", 1, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void shouldNameNotesThatCannotBeRead() {
        Story story = Story.night()
                .note(new JournalNote(at(5, 0), "system", Actions.VERDICTS, "occurrences", "{\"verdicts\":[{}]}"))
                .note(new JournalNote(at(5, 0), "jane", Actions.ACKNOWLEDGE, "inc-1", "[]"))
                .note(new JournalNote(at(5, 0), "jane", "levitate", "inc-1", "[]"))
                .note(new JournalNote(at(5, 0), "system", "login-refused", "tenable", "{\"why\":\"403\"}"));

        assertThat(story.report().problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).startsWith("Entry 11 (verdicts) cannot be read: "))
                .anySatisfy(problem -> assertThat(problem).startsWith("Entry 12 (acknowledge) cannot be read: "));
        assertThat(story.report().actions())
                .extracting(action -> action.action() + action.why())
                .contains("levitate", "login-refused403");
    }

    @Test
    void shouldSayThatTheJournalWasChanged() {
        ForgedLedger forged = new ForgedLedger(
                Story.night().ledger(),
                2,
                note -> new JournalNote(
                        note.at(),
                        note.actor(),
                        note.action(),
                        note.about(),
                        note.document().replace("MISSED", "OK")));

        assertThat(PeriodReport.of(forged, DAY, NEXT_DAY, MADE).problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("from entry 2 on", "was changed", "proves anything");
    }

    @Test
    void shouldHaveNothingToShowForAnEmptyJournal() {
        PeriodReport report = new Story().report();

        assertThat(report.rows()).isEmpty();
        assertThat(report.head()).isEqualTo(JournalHead.EMPTY);
        assertThat(report.firstSequence()).isZero();
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void shouldRefuseAPeriodWithoutAMoment() {
        assertThatThrownBy(() -> PeriodReport.of(new Story().ledger(), NEXT_DAY, DAY, MADE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after its beginning");
    }

    @Test
    void shouldReadAJournalOfManyPages() {
        Story story = new Story();
        for (int i = 0; i < 130; i++) {
            story.verdicts(at(1, 0).plusSeconds(i), verdict("m" + i, at(1, 0), "OK", null, "well"));
        }
        PeriodReport report = story.report();

        assertThat(report.rows()).hasSize(130);
        assertThat(report.head().sequence()).isEqualTo(130);
        assertThat(report.problems()).isEmpty();
    }
}
