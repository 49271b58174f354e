package io.jenkins.plugins.qualysfargate.engine.resubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.lease.InMemoryLeases;
import io.jenkins.plugins.qualysfargate.engine.lease.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SeveralControllersTest extends ResubmissionRig {

    @Test
    void shouldLeaveItToWhoeverHasTheLease() {
        InMemoryLeases leases = new InMemoryLeases();
        controllers = Controllers.sharing(leases, "b");
        Lease others =
                leases.take("resubmit:nessus", "a", NOW, Duration.ofMinutes(10)).orElseThrow();
        ResubmissionOutcome busy = resubmissions().request(TRACK, ALICE, true);
        assertThat(busy.did()).isEqualTo(Did.REFUSED);
        assertThat(busy.words()).contains("Another controller");
        leases.release(others);
        assertThat(resubmissions().request(TRACK, ALICE, false).did()).isEqualTo(Did.LAUNCHED);
        assertThat(leases.take("resubmit:nessus", "a", NOW, Duration.ofMinutes(10)))
                .isPresent();
        assertThat(turnAfter(Duration.ofMinutes(9)).changed()).isEmpty();
        assertThat(turnAfter(Duration.ofMinutes(9)).changed()).hasSize(1);
    }

    @Test
    void shouldAskAPersonIfNoLeaseIsShared() {
        controllers = Controllers.apart();
        assertThat(resubmissions().request(TRACK, ALICE, false).did()).isEqualTo(Did.NEEDS_APPROVAL);
        assertThat(resubmissions().request(TRACK, ALICE, true).did()).isEqualTo(Did.LAUNCHED);
    }

    @Test
    void shouldLaunchOneOfTwoInAZoneThatAreDecidedAtTheSameMoment() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        MakeUpRuns runs = tenableRuns();
        tenable.define("8", "other").inZone("3", CaseDraft.ZONE_NAME);
        fails("8", "other");
        Callable<ResubmissionOutcome> one =
                () -> resubmissions(ledger, new MeetingRuns(runs, both)).request(TRACK, ALICE, true);
        Callable<ResubmissionOutcome> other = () -> resubmissions(ledger, new MeetingRuns(runs, both))
                .request(new TrackKey("private-daily", "8"), ALICE, true);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Did> did = new ArrayList<>();
            for (Future<ResubmissionOutcome> each : threads.invokeAll(List.of(one, other))) {
                did.add(each.get(1, TimeUnit.MINUTES).did());
            }
            assertThat(did).containsExactlyInAnyOrder(Did.LAUNCHED, Did.REFUSED);
        } finally {
            threads.shutdownNow();
        }
        assertThat(launches()).isEqualTo(1);
    }
}
