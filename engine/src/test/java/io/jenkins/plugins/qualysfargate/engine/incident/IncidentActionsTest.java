package io.jenkins.plugins.qualysfargate.engine.incident;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.ESCALATIONS;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.NOON;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.POLICY;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failing;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentActionsTest {
    private static final By KIM = new By("kim", "restarting the scanner");

    private final Play play = new Play();
    private final IncidentActions actions = new IncidentActions(POLICY, ESCALATIONS);

    private static Instant after(String duration) {
        return NOON.plus(Duration.parse(duration));
    }

    @Test
    void shouldStopEscalationUntilTheAcknowledgementExpires() {
        play.step(NOON, failing(failure("one")));
        play.take(actions.acknowledge(play.only(), KIM, after("PT2H10M"), after("PT10M")));
        assertThat(play.sent()).containsExactly("pager ACKNOWLEDGED HUSH", "issue ACKNOWLEDGED HUSH");
        assertThat(play.only().state()).isEqualTo(IncidentState.ACKED);
        assertThat(play.to("issue").said()).isEqualTo("kim: restarting the scanner");

        assertThat(play.step(after("PT1H"), failing(failure("one")))).isEmpty();
        assertThat(play.last().nextChangeAt()).isEqualTo(after("PT2H10M"));

        play.step(after("PT2H10M"), failing(failure("one")));
        assertThat(play.sent()).containsExactly("pager REMINDER PAGE", "issue REMINDER PAGE");
        assertThat(play.to("pager").round()).isEqualTo(2);
        assertThat(play.to("pager").said()).isEqualTo("the acknowledgement has expired");

        // Twenty of its thirty minutes were left when it was acknowledged.
        assertThat(play.step(after("PT2H29M"), failing(failure("one")))).isEmpty();
        play.step(after("PT2H30M"), failing(failure("one")));
        assertThat(play.sent()).contains("pager ESCALATED PAGE");
    }

    @Test
    void shouldPageInSpiteOfAnAcknowledgementWhenMoreFails() {
        play.step(NOON, failing(failure("one")));
        play.take(actions.acknowledge(play.only(), KIM, after("PT4H"), after("PT10M")));

        play.step(after("PT20M"), failing(failure("one"), failure("two")));
        assertThat(play.sent()).containsExactly("pager GREW PAGE", "issue GREW PAGE");
        assertThat(play.to("pager").said()).isEqualTo("more fails than was acknowledged");
        assertThat(play.only().ack()).isNull();
        play.step(after("PT40M"), failing(failure("one"), failure("two")));
        assertThat(play.sent()).contains("pager ESCALATED PAGE");
    }

    @Test
    void shouldResolveWhatIsAcknowledged() {
        play.step(NOON, failing(failure("one")));
        play.take(actions.acknowledge(play.only(), KIM, after("PT4H"), after("PT10M")));
        play.step(after("PT20M"), failing());
        play.step(after("PT30M"), failing());

        assertThat(play.sent()).containsExactly("pager RESOLVED END", "issue RESOLVED END");
    }

    @Test
    void shouldTellAgainAtOnceWhenAnAcknowledgementIsTakenBack() {
        play.step(NOON, failing(failure("one")));
        play.take(actions.acknowledge(play.only(), KIM, after("PT4H"), after("PT10M")));
        play.take(actions.unacknowledge(play.only(), KIM, after("PT15M")));
        assertThat(play.last().nextChangeAt()).isEqualTo(after("PT15M"));

        play.step(after("PT15M"), failing(failure("one")));
        assertThat(play.sent()).containsExactly("pager REMINDER PAGE", "issue REMINDER PAGE");
        assertThat(play.last().nextChangeAt()).isEqualTo(after("PT35M"));
        assertThatThrownBy(() -> actions.unacknowledge(play.only(), KIM, after("PT16M")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody has acknowledged it");
    }

    @Test
    void shouldMuteWhatFailsNowAndNotWhatFailsLater() {
        play.step(NOON, failing(failure("one")));
        play.take(actions.mute(play.only(), KIM, after("PT4H"), after("PT10M")));
        assertThat(play.only().state()).isEqualTo(IncidentState.QUIET);
        assertThat(play.step(after("PT3H"), failing(failure("one")))).isEmpty();

        play.step(after("PT3H1M"), failing(failure("one"), failure("two")));
        assertThat(play.to("pager").added()).containsExactly("two");
        assertThat(play.to("pager").round()).isEqualTo(2);
        assertThat(play.to("pager").failing())
                .extracting(NoticeLine::because)
                .contains("muted by kim: restarting the scanner");
    }

    @Test
    void shouldTellAgainWhenAMuteEnds() {
        play.step(NOON, failing(failure("one")));
        play.take(actions.mute(play.only(), KIM, after("PT1H"), after("PT10M")));

        play.step(after("PT1H"), failing(failure("one")));
        assertThat(play.sent()).contains("pager REMINDER PAGE");
    }

    @Test
    void shouldOpenAnotherIncidentForWhatWasResolvedByHandAndStillFails() {
        play.step(NOON, failing(failure("one")));
        String first = play.only().key();
        play.take(actions.resolve(play.only(), KIM, NOON));
        assertThat(play.sent()).containsExactly("pager RESOLVED END", "issue RESOLVED END");
        assertThat(play.all().get(0).ticked()).extracting(Ticked::how).containsExactly(Ticked.How.CLOSED);

        play.step(NOON, failing(failure("one")));
        assertThat(play.sent()).containsExactly("pager OPENED PAGE", "issue OPENED PAGE");
        assertThat(play.only().key()).isNotEqualTo(first);
    }

    @Test
    void shouldNeedNoNewKeyForWhatWasAcknowledgedBeforeAnybodyWasTold() {
        Pause mute = Pause.once(
                "p",
                Pause.Kind.MUTE,
                new Scope(null, "prod", null, null),
                new Pause.Span(NOON, after("PT1H")),
                new By("kim", "patching"));
        play.step(NOON, new Situation(List.of(failure("one")), List.of(), List.of(mute)));
        play.take(actions.acknowledge(play.only(), KIM, after("PT2H"), after("PT10M")));
        assertThat(play.sent()).isEmpty();

        play.step(after("PT2H"), failing(failure("one")));
        assertThat(play.sent()).contains("pager OPENED PAGE");
        assertThat(play.to("pager").round()).isEqualTo(1);
    }

    @Test
    void shouldPutARemarkOnRecord() {
        play.step(NOON, failing(failure("one")));
        play.take(actions.comment(play.only(), new By("kim", "ticket\n\u0007 CHG-1"), after("PT1M")));

        assertThat(play.sent()).containsExactly("pager COMMENT NOTE", "issue COMMENT NOTE");
        assertThat(play.last().notes()).singleElement().satisfies(note -> {
            assertThat(note.actor()).isEqualTo("kim");
            assertThat(note.action()).isEqualTo("comment");
            assertThat(note.document()).contains("CHG-1").doesNotContain("\\u0007");
        });
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        play.step(NOON, failing(failure("one")));
        Incident open = play.only();
        assertThatThrownBy(() -> actions.acknowledge(open, KIM, NOON, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a moment after");
        assertThatThrownBy(() -> actions.acknowledge(open, KIM, after("P8D"), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most PT168H");
        play.take(actions.resolve(open, KIM, NOON));
        assertThatThrownBy(() -> actions.mute(play.all().get(0), KIM, after("PT1H"), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it is resolved");
    }
}
