package io.jenkins.plugins.qualysfargate.engine.resubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.ledger.PassedLedger;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The process ends once, at each step in turn; whoever comes after it finds one run, and never makes two. */
class KilledAtEveryStepTest extends ResubmissionRig {

    static Stream<Arguments> saves() {
        return IntStream.rangeClosed(1, 6)
                .boxed()
                .flatMap(each -> Stream.of(Arguments.of(each, false), Arguments.of(each, true)));
    }

    @ParameterizedTest
    @MethodSource("saves")
    void shouldRunOnceWhereverASaveEnds(int at, boolean saved) {
        KillingLedger killing = new KillingLedger(ledger, at, saved);
        boolean intended = at > 1 || saved;
        operate(killing, tenableRuns());
        assertThat(tenable.results()).isEqualTo(intended ? 1 : 0);
        assertThat(resubmissions().list()).hasSize(intended ? 1 : 0);
        if (intended) {
            assertThat(only().state()).isEqualTo(AttemptState.FINISHED);
        }
        assertThat(killing.commits()).isGreaterThanOrEqualTo(at > 4 ? 4 : at);
    }

    @ParameterizedTest
    @MethodSource("saves")
    void shouldTellPeopleWhereverASaveEnds(int at, boolean saved) {
        tenable.launchesGo(FakeCourse.NEVER_STARTS);
        operate(new KillingLedger(ledger, at, saved), tenableRuns());
        boolean intended = at > 1 || saved;
        assertThat(tenable.results()).isEqualTo(intended ? 1 : 0);
        // Once more is possible if it ends between telling and saving that it was told.
        assertThat(alarms.size()).isBetween(intended ? 1 : 0, 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldRunOnceWhereverALaunchEnds(boolean launched) {
        boolean[] killed = {false};
        MakeUpRuns runs = new PassedRuns(tenableRuns()) {
            @Override
            public StartOutcome start(String subjectId) {
                if (killed[0]) {
                    return super.start(subjectId);
                }
                killed[0] = true;
                if (launched) {
                    super.start(subjectId);
                }
                throw new Killed("while it launched");
            }
        };
        operate(ledger, runs);
        assertThat(tenable.results()).isEqualTo(1);
        assertThat(only().state()).isEqualTo(AttemptState.FINISHED);
        assertThat(only().launches()).isEqualTo(launched ? 1 : 2);
        assertThat(alarms).isEmpty();
    }

    @Test
    void shouldNotSendALaunchThatTookTooLong() {
        Ledger slow = new PassedLedger(ledger) {
            @Override
            public void commit(Commit commit) throws LedgerConflictException {
                super.commit(commit);
                clock.forward(Duration.ofMinutes(3));
            }
        };
        assertThat(resubmissions(slow, tenableRuns())
                        .request(TRACK, ALICE, false)
                        .did())
                .isEqualTo(Did.UNCLEAR);
        assertThat(launches()).isZero();
        turnAfter(Duration.ofMinutes(10));
        assertThat(only().state()).isEqualTo(AttemptState.LAUNCHED);
        assertThat(launches()).isEqualTo(1);
    }

    private void operate(Ledger kept, MakeUpRuns runs) {
        try {
            resubmissions(kept, runs).request(TRACK, ALICE, false);
        } catch (Killed ended) {
            // A new start follows.
        }
        for (int i = 0; i < 40; i++) {
            clock.forward(Duration.ofMinutes(5));
            try {
                resubmissions(kept, runs).turn(clock.instant());
            } catch (Killed ended) {
                // A new start follows.
            }
        }
    }
}
