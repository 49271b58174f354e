package io.jenkins.plugins.qualysfargate.engine.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome.Answer;
import io.jenkins.plugins.qualysfargate.engine.check.SourceView;
import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.MonitorState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceKey;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Selector;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Thresholds;
import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class CheckReportTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant DUE = NOW.minus(Duration.ofHours(5));
    private static final String EVIL = "<x>&\"'\u001b[8mha:\n\u202Eend]]>";
    private static final List<String> NO_DOUBTS = List.of();

    private final Monitor daily = monitor("daily", "nessus", true);
    private final Monitor other = monitor("other", "anchore", true);

    private static Monitor monitor(String id, String source, boolean enabled) {
        return new Monitor(
                id,
                source,
                new Selector.Everything(),
                new Timing.OfSource(),
                Windows.DEFAULT,
                Thresholds.DEFAULT,
                new Care("squad", "https://wiki.example.com/failed", Urgency.ERROR, "squad", null, null),
                null,
                Set.of(),
                enabled,
                false,
                null);
    }

    private static Standing standing(Monitor monitor, String name, OccurrenceState state) {
        Occurrence occurrence = new Occurrence(
                new OccurrenceKey(monitor.id(), name, DUE, "h"),
                name,
                new Judgement(state, DUE.plus(Duration.ofHours(1)), "It did so.", "Do this.", null),
                null,
                null,
                false);
        return new Standing(
                monitor,
                name,
                name,
                null,
                MonitorState.UP,
                occurrence,
                state.alarming() ? occurrence : null,
                state.alarming() ? DUE : null,
                false,
                null,
                null);
    }

    private static SourceView source(String id, boolean blind) {
        return new SourceView(
                id,
                NOW,
                blind ? DUE : null,
                blind ? "It refused." : null,
                blind ? "Ask it why." : "",
                Duration.ZERO,
                List.of());
    }

    private static CheckOutcome outcome(List<SourceView> sources, Standing... standings) {
        return new CheckOutcome(NOW, List.of(standings), sources, List.of(), NOW);
    }

    private CheckReport report(Standing... standings) {
        return CheckReport.of(outcome(List.of(source("nessus", false)), standings), List.of(daily), NO_DOUBTS);
    }

    @Test
    void shouldListWhatFailsAsTheRunbookHasIt() {
        CheckReport report = report(
                standing(daily, "ALC_all_envs_public_import", OccurrenceState.MISSED),
                standing(daily, "fine", OccurrenceState.OK),
                standing(daily, "ALC_Prod_WDC06_private_import", OccurrenceState.OVERRUN));

        assertThat(report.answer()).isEqualTo(Answer.FAILED);
        assertThat(CheckText.lines(report))
                .containsExactly(
                        "The following scans are identified as failing and need investigation:",
                        "[ALC_all_envs_public_import ALC_Prod_WDC06_private_import]",
                        "ALC_all_envs_public_import: MISSED since 2026-03-04 07:00 UTC: It did so. How to fix: Do this."
                                + " Runbook: https://wiki.example.com/failed",
                        "ALC_Prod_WDC06_private_import: OVERRUN since 2026-03-04 07:00 UTC: It did so. How to fix: Do"
                                + " this. Runbook: https://wiki.example.com/failed",
                        "FAILED: 2 of 3 failed or missed their window.");
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeGoodOnlyIfEveryStateIsKnownToBe(OccurrenceState state) {
        Answer expected =
                switch (state.kind()) {
                    case BAD -> Answer.FAILED;
                    case UNKNOWN -> Answer.UNKNOWN;
                    case PENDING, GOOD, EXEMPT -> Answer.OK;
                };

        assertThat(report(standing(daily, "a", OccurrenceState.OK), standing(daily, "b", state))
                        .answer())
                .isEqualTo(expected);
    }

    @Test
    void shouldNotBeGoodForWantOfEvidence() {
        Standing fine = standing(daily, "a", OccurrenceState.OK);
        CheckOutcome blind = outcome(List.of(source("nessus", true)), fine);
        CheckOutcome seen = outcome(List.of(source("nessus", false), source("anchore", true)), fine);

        assertThat(CheckReport.of(blind, List.of(daily), NO_DOUBTS).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(CheckReport.of(seen, List.of(), NO_DOUBTS).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(CheckReport.of(seen, List.of(daily), List.of("The file is old."))
                        .answer())
                .isEqualTo(Answer.UNKNOWN);
        assertThat(CheckReport.of(seen, List.of(daily, other), NO_DOUBTS))
                .returns(Answer.UNKNOWN, CheckReport::answer)
                .returns(List.of("other"), report -> CheckReport.names(report.unknown()));
        assertThat(CheckReport.of(seen, List.of(daily), NO_DOUBTS).answer())
                .as("the source of others does not matter")
                .isEqualTo(Answer.OK);
        assertThat(CheckReport.unanswered(NOW, "Nobody looked.").answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void shouldNotCountWhatIsSwitchedOff() {
        Monitor off = monitor("off", "nessus", false);
        CheckReport report = CheckReport.of(
                outcome(
                        List.of(source("nessus", false)),
                        standing(daily, "a", OccurrenceState.OK),
                        standing(off, "b", OccurrenceState.MISSED)),
                List.of(daily, off),
                NO_DOUBTS);

        assertThat(report.answer()).isEqualTo(Answer.OK);
        assertThat(report.counts()).containsEntry("MISSED", 1L).containsEntry("OK", 1L);
    }

    @Test
    void shouldWriteJUnitThatCountsEveryKind() throws Exception {
        CheckReport report = CheckReport.of(
                outcome(
                        List.of(source("nessus", true)),
                        standing(daily, EVIL, OccurrenceState.PARTIAL),
                        standing(daily, "b", OccurrenceState.UNKNOWN),
                        standing(daily, "c", OccurrenceState.OK),
                        standing(daily, "d", OccurrenceState.EXCUSED)),
                List.of(daily),
                NO_DOUBTS);

        Element suite = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        written(CheckJUnit::write, report).getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("testsuite")
                .item(0);

        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(2);
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }

    @Test
    void shouldKeepHostileNamesTextsInEveryFormat() throws IOException {
        CheckReport report = report(standing(daily, EVIL, OccurrenceState.FAILED));

        assertThat(written(CheckHtml::write, report))
                .doesNotContain("<x>")
                .doesNotContain("\u202E")
                .contains("&lt;x&gt;");
        assertThat(CheckText.lines(report)).noneMatch(line -> line.contains("\n") || line.contains("\u001b"));
        JsonNode json = JsonMapper.builder().build().readTree(written(CheckJson::write, report));
        assertThat(json.at("/lines/0/name").asText()).isEqualTo(EVIL);
        assertThat(json.at("/answer").asText()).isEqualTo("FAILED");
        assertThat(json.at("/at").asText()).isEqualTo("2026-03-04T12:00:00Z");
    }

    @Test
    void shouldSayNothingIsKnownInEveryFormatIfNobodyLooked() throws IOException {
        CheckReport report = CheckReport.unanswered(NOW, "Nobody looked.");

        assertThat(written(CheckJUnit::write, report)).contains("errors=\"2\"", "Nobody looked.");
        assertThat(written(CheckHtml::write, report)).contains("indeterminate", "Nobody looked.");
        assertThat(CheckText.lines(report)).endsWith("UNKNOWN: Nobody looked.");
    }

    private interface Writer {
        void write(CheckReport report, OutputStream out) throws IOException;
    }

    private static String written(Writer writer, CheckReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
