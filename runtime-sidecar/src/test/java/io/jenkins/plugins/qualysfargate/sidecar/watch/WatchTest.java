package io.jenkins.plugins.qualysfargate.sidecar.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.sidecar.event.EventContract;
import io.jenkins.plugins.qualysfargate.sidecar.event.EventEncoder;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity.Container;
import io.jenkins.plugins.qualysfargate.sidecar.process.CommandLine;
import io.jenkins.plugins.qualysfargate.sidecar.process.FakeProcesses;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.AttachOutcome;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.AttachOutcome.Attached;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.AttachOutcome.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What it says, and when; time goes on by a second whenever it is asked for. */
@Timeout(30)
class WatchTest {
    private static final TaskIdentity TASK =
            new TaskIdentity("task", "cluster", "family", List.of(new Container("abc", "app", null, null)));

    private final FakeProcesses processes = new FakeProcesses().with(10, 1, "/usr/bin/node", "node");
    private final FakeTracing first = new FakeTracing();
    private final FakeTracing second = new FakeTracing();
    private final Iterator<FakeTracing> tracings = List.of(first, second).iterator();
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-22T12:00:01Z"), ZoneOffset.UTC);
    private final List<JsonNode> written = new ArrayList<>();
    private final ObservationQueue observations = new ObservationQueue(clock);
    private int room = 1000;
    private long now;
    private int looks;
    private Optional<WatchEnd> asked = Optional.empty();
    private Runnable atLook = () -> {};

    @Test
    void shouldSayThatItFollowsAndWhatWasExecuted() throws Exception {
        first.outcomes.put(10, new Attached(3, 0));
        Watch watch = watch();
        atLook = () -> {
            if (looks == 2) {
                ProcessFacts facts = processes.facts(10).orElseThrow();
                observations.found(facts);
                observations.forked(10, 20);
                observations.executed(new ProcessFacts(20, 10, 0, 5, "/bin/sh", facts.commandLine()));
                observations.forked(20, 21);
                observations.executedUnseen(21);
                observations.ended(21, 0);
                asked = Optional.of(WatchEnd.STOPPED);
            }
        };

        assertThat(watch.run()).isEqualTo(WatchEnd.STOPPED);
        assertThat(said())
                .containsExactly(
                        "coverage available process 10 and what it starts are followed",
                        "coverage unavailable the sidecar was told to stop",
                        "executed 20 of 10 /bin/sh",
                        "executed 21 of 20 [ended before it could be read]");
        assertThat(written).allMatch(each -> each.get("containerName").asText().equals("app"));
        assertThat(first.closed).isTrue();
    }

    @Test
    void shouldEndWhenThereIsNoApplicationForTooLong() throws Exception {
        processes.without(10);

        assertThat(watch().run()).isEqualTo(WatchEnd.NOT_FOUND);
        assertThat(said())
                .containsExactly("coverage unavailable there was not a process whose program is 'node' for 30 seconds:"
                        + " nothing is watched");
    }

    @Test
    void shouldFollowApplicationThatRestarts() throws Exception {
        first.outcomes.put(10, new Attached(1, 0));
        first.outcomes.put(50, new Attached(1, 0));
        Watch watch = watch();
        atLook = () -> {
            switch (looks) {
                case 2 -> {
                    processes.without(10);
                    first.outcomes.remove(10);
                    observations.allEnded();
                }
                case 4 -> processes.with(50, 1, "/usr/bin/node", "node");
                case 6 -> asked = Optional.of(WatchEnd.STOPPED);
                default -> {}
            }
        };

        assertThat(watch.run()).isEqualTo(WatchEnd.STOPPED);
        assertThat(said())
                .containsExactly(
                        "coverage available process 10 and what it starts are followed",
                        "coverage unavailable the application ended; waiting for it to come back",
                        "coverage available process 50 and what it starts are followed",
                        "coverage unavailable the sidecar was told to stop");
    }

    @Test
    void shouldSayOnceThatItIsTracedAlreadyAndTryAgain() throws Exception {
        first.outcomes.put(10, new Refused(1, 77));
        Watch watch = watch();
        atLook = () -> {
            if (looks == 10) {
                first.outcomes.put(10, new Attached(1, 0));
            } else if (looks == 11) {
                asked = Optional.of(WatchEnd.STOPPED);
            }
        };

        assertThat(watch.run()).isEqualTo(WatchEnd.STOPPED);
        assertThat(said()).hasSize(3).first().asString().contains("unavailable process 10 is traced by 77 already");
        assertThat(said().get(1)).contains("available process 10");
    }

    @Test
    void shouldSayWhyKernelRefuses() throws Exception {
        assertThat(saidAfter(new Refused(1, 0))).contains("unavailable", "(EPERM)");
        assertThat(saidAfter(new Refused(38, 0))).contains("unavailable", "(errno 38)");
        assertThat(saidAfter(new Attached(5, 2))).contains("limited 2 threads of process 10");
    }

    @Test
    void shouldSayThatItSeesEverythingAgain() throws Exception {
        first.outcomes.put(10, new Attached(5, 2));
        Watch watch = watch();
        atLook = () -> {
            if (looks == 3) {
                first.outcomes.put(10, new Attached(2, 0));
            } else if (looks == 5) {
                asked = Optional.of(WatchEnd.STOPPED);
            }
        };
        watch.run();

        assertThat(said())
                .containsExactly(
                        "coverage limited 2 threads of process 10 could not be attached to: what they start is not seen",
                        "coverage available process 10 and what it starts are followed",
                        "coverage unavailable the sidecar was told to stop");
    }

    @Test
    void shouldStartTracerAgainThatFailed() throws Exception {
        first.outcomes.put(10, new Attached(1, 0));
        second.outcomes.put(10, new Attached(1, 0));
        Watch watch = watch();
        atLook = () -> {
            if (looks == 2) {
                first.failure = "waitid failed";
            } else if (!second.attached.isEmpty()) {
                asked = Optional.of(WatchEnd.STOPPED);
            }
            assertThat(looks).isLessThan(100);
        };
        long started = now;
        watch.run();

        assertThat(now - started).isGreaterThan(30_000_000_000L);
        assertThat(said())
                .containsExactly(
                        "coverage available process 10 and what it starts are followed",
                        "coverage unavailable the tracer let go, and tries again in 30 seconds: waitid failed",
                        "coverage available process 10 and what it starts are followed",
                        "coverage unavailable the sidecar was told to stop");
        assertThat(second.attached).isNotEmpty();
    }

    @Test
    void shouldEndAtOnceWhenStuck() throws Exception {
        first.outcomes.put(10, new Attached(1, 0));
        first.stuck = true;

        assertThat(watch().run()).isEqualTo(WatchEnd.STUCK);
        assertThat(said()).last().asString().contains("did not answer the kernel");
        // Closing waits for the thread that is stuck.
        assertThat(first.closed).isFalse();
    }

    @Test
    void shouldEndWhenNobodyCanBeWrittenTo() throws Exception {
        first.outcomes.put(10, new Attached(1, 0));
        atLook = () -> asked = Optional.of(WatchEnd.OUTPUT_CLOSED);

        assertThat(watch().run()).isEqualTo(WatchEnd.OUTPUT_CLOSED);
        assertThat(first.closed).isTrue();
    }

    @Test
    void shouldSayWhatWasLost() throws Exception {
        first.outcomes.put(10, new Attached(1, 0));
        Watch watch = watch();
        atLook = () -> {
            if (looks == 1) {
                CommandLine line = CommandLine.of(List.of("x".repeat(10_000)));
                for (int i = 0; i < 1000; i++) {
                    observations.executed(new ProcessFacts(20, 10, 0, 5, "/bin/sh", line));
                }
                room = 5;
            } else if (looks == 3) {
                room = 100_000;
                asked = Optional.of(WatchEnd.STOPPED);
            }
        };
        watch.run();

        List<String> said = said();
        assertThat(said).anyMatch(each -> each.startsWith("lost ptrace "));
        assertThat(said).anyMatch(each -> each.startsWith("lost delivery "));
        long executions =
                said.stream().filter(each -> each.startsWith("executed")).count();
        assertThat(executions + lost("ptrace") + lost("delivery")).isEqualTo(1000);
    }

    private long lost(String source) {
        return written.stream()
                .filter(each -> each.at("/eventData/source").asText().equals(source))
                .mapToLong(each -> each.at("/eventData/lostEvents").asLong())
                .sum();
    }

    private String saidAfter(AttachOutcome outcome) throws InterruptedException {
        first.outcomes.put(10, outcome);
        FakeTracing tracing = first;
        Watch watch = watch(List.of(tracing).iterator());
        looks = 0;
        asked = Optional.empty();
        written.clear();
        atLook = () -> asked = Optional.of(WatchEnd.STOPPED);
        watch.run();
        return said().get(0);
    }

    private List<String> said() {
        return written.stream().map(WatchTest::said).toList();
    }

    private static String said(JsonNode event) {
        JsonNode facts = event.get("eventData");
        if (event.get("eventType").asText().equals("process_execution")) {
            JsonNode process = event.get("process");
            return "executed " + process.get("pid") + " of " + process.get("parentPid") + " "
                    + facts.get("executable").asText();
        }
        return facts.get("lostEvents").asLong() > 0
                ? "lost " + facts.get("source").asText() + " " + facts.get("lostEvents")
                : "coverage " + facts.get("state").asText() + " "
                        + facts.get("reason").asText();
    }

    private Watch watch() {
        return watch(tracings);
    }

    private Watch watch(Iterator<FakeTracing> each) {
        EventStream events = new EventStream(new EventEncoder(() -> 1), this::write, clock, TASK);
        Coverages coverages = new Coverages(events, clock);
        FindApplication find =
                new FindApplication(new ApplicationRule.Command("node"), processes, (port, among) -> Set.of(), 99) {
                    @Override
                    List<Integer> now() {
                        looks++;
                        atLook.run();
                        return super.now();
                    }
                };
        Following following = new Following(each::next, events, coverages, pid -> "0::/ecs/abc", this::now);
        return new Watch(
                new Watch.Parts(find, following, observations, events, coverages),
                Duration.ofSeconds(30),
                Duration.ofMillis(1),
                this::now,
                () -> asked);
    }

    private long now() {
        return now += 1_000_000_000L;
    }

    private boolean write(String line) {
        if (written.size() >= room) {
            return false;
        }
        written.add(EventContract.read(line));
        return true;
    }
}
