package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.incident.Failure;
import io.jenkins.plugins.qualysfargate.engine.incident.Failures;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.Notices;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each channel makes of a notice. */
class TextsTest {
    private static final String HOSTILE =
            "](http://evil) @everyone #1 GH-2 <!-- x --> <script> ```code``` **b** https://evil.example <!channel> {noformat}";

    private static IncidentNotice runbook() {
        return Notices.read(Notices.opened(Notices.ofTheRunbook()));
    }

    @Test
    void shouldBeginAnIssueAsTheRunbookSays() {
        assertThat(IssueText.of(runbook()).body()).isEqualTo("""
                        The following scans are identified as failing and need investigation:
                        [ALC_Prod_WDC06_private_import ALC_all_envs_public_import]

                        Runbook: <https://runbooks.example.com/nessus> \s
                        State: OPEN, opened 2026-03-02 12:00 UTC

                        ### Failing

                        - [ ] **ALC_Prod_WDC06_private_import**: MISSED since 2026-03-02 11:00 UTC, error
                          - Reason: nothing ran between 09:00 and 11:00 UTC
                          - What to do: Resubmit the scan
                          - Compliance: no success is known
                          - Owner: squad-a
                        - [ ] **ALC_all_envs_public_import**: FAILED since 2026-03-02 11:00 UTC, error
                          - Reason: nothing ran between 09:00 and 11:00 UTC
                          - What to do: Resubmit the scan
                          - Compliance: last success 2026-02-24 12:00 UTC, 6 days ago; out of compliance from 2026-03-04 12:00 UTC
                          - Owner: compliance
                          - Scanners of: SOS scanning

                        <!-- scan-compliance:key=jenkins:ci.example.com:scan-compliance:escalation=prod,urgency=error,source=tenable:1772452800000:v1 -->
                        """);
    }

    @Test
    void shouldTickOffWhatIsWellAndListWhatACauseExplains() {
        Notices story = new Notices();
        story.failing("PT0S", failure("one"), failure("two"));
        IncidentNotice notice =
                Notices.read(story.broken("PT1M", Failures.zoneDown(), failure("two"), failure("three")));

        assertThat(IssueText.of(notice).body())
                .startsWith(Words.INTRODUCTION + "\n[three two]\n")
                .contains("- [ ] **zone ALC_Prod_WDC06_SZ has no working scanner**: BROKEN since 2026-03-02 11:30 UTC")
                .contains("  - Explains: three (MISSED), two (MISSED)")
                .contains("explained by: zone ALC_Prod_WDC06_SZ has no working scanner")
                .contains("### Ticked off\n\n- [x] one is well since 2026-03-02 12:01 UTC");
    }

    @Test
    void shouldLeaveNothingOfAHostileNameAliveInMarkdown() {
        String body =
                IssueText.of(Notices.read(Notices.opened(failure(HOSTILE)))).body();

        assertThat(body.replaceAll("(?s)<!-- scan-compliance:key=[^<>]*? -->", ""))
                .doesNotContain("<!--", "<script", "@everyone", "#1 ", "GH-2", "https://evil", "```code")
                .doesNotContainPattern("(?<!\\\\)\\]\\(");
        assertThat(body.split("<!--", -1)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALC_all_envs_public_import | ALC_all_envs_public_import",
                "_lead_ | \\_lead\\_",
                "a__b_ | a__b\\_",
                "a*b | a\\*b",
                "a\\b | a\\\\b",
                "R&D | R&amp;D"
            })
    void shouldKeepNamesAsPeopleSearchForThem(String name, String expected) {
        assertThat(Markdown.escape(name)).isEqualTo(expected);
    }

    @Test
    void shouldPutWhatABodyHasNoRoomForIntoComments() {
        IncidentNotice notice = Notices.read(Notices.opened(Notices.many(200, "*some-long-name-of-a-scan")));
        IssueText.Rendered text = IssueText.of(notice, 20_000);

        assertThat(text.body().length()).isLessThanOrEqualTo(20_000);
        assertThat(text.body())
                .contains("more of urgency error: see the comments")
                .endsWith(":v1 -->\n");
        assertThat(text.overflow()).hasSizeGreaterThan(1).allMatch(each -> each.length() <= 20_000);
        String all = text.body() + String.join("", text.overflow());
        notice.failing().forEach(each -> assertThat(all).contains("**" + Markdown.escape(each.name()) + "**"));
        assertThat(IssueText.of(notice).body().length()).isLessThanOrEqualTo(65_536);
    }

    @Test
    void shouldSayInPlainTextWhatToDo() {
        assertThat(PlainText.of(runbook(), 10_000))
                .startsWith(Words.INTRODUCTION
                        + "\n[ALC_Prod_WDC06_private_import ALC_all_envs_public_import]\n\nFailing now: ")
                .contains("Runbook: https://runbooks.example.com/nessus\n")
                .contains("  What to do: Resubmit the scan\n");
        assertThat(PlainText.of(runbook(), 200)).hasSize(200).endsWith("on the page of the incident)\n");
    }

    @Test
    void shouldWriteATicketWithWhatIsTheOtherTeamsOnly() {
        Ticket ticket = new Ticket("SOS scanning", "SOS-NESSUS", "ALC", "2");

        assertThat(ticket.concerns(runbook())).isTrue();
        assertThat(ticket.text(runbook(), 10_000)).isEqualTo("""
                        Assignment group: SOS-NESSUS
                        Offering: ALC
                        Severity: 2

                        The following scans are identified as failing and need investigation:
                        [ALC_all_envs_public_import]

                        ALC_all_envs_public_import: FAILED since 2026-03-02 11:00 UTC, error
                          Error: nothing ran between 09:00 and 11:00 UTC
                          Compliance: last success 2026-02-24 12:00 UTC, 6 days ago; out of compliance from 2026-03-04 12:00 UTC

                        Incident: jenkins:ci.example.com:scan-compliance:escalation=prod,urgency=error,source=tenable:1772452800000
                        """);
        assertThat(ticket.concerns(Notices.read(Notices.opened(failure("one")))))
                .isFalse();
    }

    @Test
    void shouldCallNobodyInAChat() {
        String text = ChatText.of(Notices.read(Notices.opened(failure(HOSTILE), failure("<@U1> & <!here>"))));

        assertThat(text)
                .startsWith("*SCANS FAILED - failed nessus scans require investigation*\n" + Words.INTRODUCTION);
        assertThat(text).contains("&lt;!channel&gt;", "&lt;@\u200bU1&gt; &amp; &lt;!here&gt;");
        assertThat(text.replace("<https://runbooks.example.com/nessus|Runbook>", ""))
                .doesNotContain("<", ">", "@e");
        assertThat(text.split("```", -1)).hasSize(3);
    }

    @Test
    void shouldSayWhoSeesToItAndThatItIsOver() {
        Notices story = new Notices();
        story.failing("PT0S", failure("one"));
        IncidentNotice acknowledged = Notices.read(story.acknowledged("PT5M", new By("kim", "rebooting")));
        IncidentNotice resolved = Notices.read(story.resolved("PT10M"));

        assertThat(ChangeText.of(acknowledged, Markdown::escape))
                .isEqualTo("Acknowledged by kim: rebooting (until 2026-03-02 13:05 UTC)");
        assertThat(IssueText.of(acknowledged).body())
                .contains("Acknowledged by kim until 2026-03-02 13:05 UTC: rebooting");
        assertThat(ChangeText.of(resolved, Markdown::escape)).isEqualTo("Nothing of this fails any more.");
        assertThat(PlainText.of(resolved, 1000))
                .startsWith("SCANS FAILED - failed nessus scans require investigation: resolved");
        assertThat(ChatText.of(resolved)).contains("is resolved");
    }

    @Test
    void shouldCutNoPairOfCharacters() {
        Failure wide = failure("\ud83d\ude00".repeat(100));

        assertThat(PlainText.of(Notices.read(Notices.opened(wide)), 171).codePoints())
                .noneMatch(each -> Character.getType(each) == Character.SURROGATE);
    }
}
