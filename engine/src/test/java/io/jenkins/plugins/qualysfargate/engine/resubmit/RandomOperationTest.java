package io.jenkins.plugins.qualysfargate.engine.resubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.check.file.ResubmissionSettings;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.lease.InMemoryLeases;
import io.jenkins.plugins.qualysfargate.engine.ledger.ChainCheck;
import io.jenkins.plugins.qualysfargate.engine.ledger.ChainVerdict;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.ledger.PassedLedger;
import io.jenkins.plugins.qualysfargate.engine.ledger.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weeks of failing scans, requests by two controllers, lost answers, saves that fail and processes that end at any moment. Never
 * are two runs launched into one zone, and never more than allowed.
 */
class RandomOperationTest {
    private static final int PER_OCCURRENCE = 2;
    private static final int PER_DAY = 3;
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Map<String, @Nullable String> ZONES = zones();

    private static Map<String, @Nullable String> zones() {
        Map<String, @Nullable String> zones = new TreeMap<>();
        zones.put("1", "A");
        zones.put("2", "A");
        zones.put("3", "B");
        zones.put("4", "B");
        zones.put("5", null);
        return zones;
    }

    private final SettableClock clock = new SettableClock(BEGIN);
    private Random random = new Random(0);
    private FakeZones source = new FakeZones(random, clock);
    private Ledger ledger = new InMemoryLedger(clock);
    private final InMemoryLeases leases = new InMemoryLeases();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldNeverLaunchTwiceInOneZoneNorMoreThanAllowed(long seed) {
        random = new Random(seed);
        source = new FakeZones(random, clock);
        ZONES.forEach(source::define);
        ledger = new KilledNowAndThen(new InMemoryLedger(clock), random);
        int launched = 0;
        for (int step = 0; step < 3_000; step++) {
            clock.set(clock.instant().plusSeconds(60L + random.nextInt(600)));
            act();
            if (step % 50 == 0) {
                launched = Math.max(launched, withinLimits());
            }
        }
        assertThat(source.faults).as("seed " + seed).isEmpty();
        withinLimits();
        assertThat(source.runs.stream().filter(FakeZones.Made::ours).count())
                .as("launched, or this shows nothing")
                .isGreaterThan(40);
        settle();
    }

    private void act() {
        String scan = String.valueOf(1 + random.nextInt(ZONES.size()));
        String controller = random.nextBoolean() ? "a" : "b";
        Resubmissions resubmissions = resubmissions(controller);
        try {
            switch (random.nextInt(8)) {
                case 0 -> foreign(scan);
                case 1, 2, 3 -> resubmissions.turn(clock.instant());
                default ->
                    resubmissions.request(
                            new TrackKey("m", scan), new Pause.By("robot", "it failed"), random.nextBoolean());
            }
        } catch (Killed | LedgerUnavailableException ended) {
            // What comes next is a new start.
        }
    }

    /** Now and then, so that it is met when it is looked for. */
    private void foreign(String scan) {
        if (random.nextInt(10) == 0) {
            source.foreign(scan);
        }
    }

    private Resubmissions resubmissions(String owner) {
        ResubmissionSettings settings = new ResubmissionSettings(
                true, false, PER_OCCURRENCE, PER_DAY, Duration.ofMinutes(10), 2, true, List.of());
        ResubmissionSetup setup = new ResubmissionSetup(
                settings,
                Map.of("nessus", source),
                Map.of(),
                List.of(),
                StartRules.DEFAULT,
                Controllers.sharing(leases, owner));
        return new Resubmissions(setup, ledger, this::standing, MakeUpAlarm.NOBODY, clock);
    }

    /** Each scan is due at midnight, is missed, and stays so until a run has succeeded. */
    private Optional<Standing> standing(TrackKey track) {
        Instant due = clock.instant().truncatedTo(ChronoUnit.DAYS);
        boolean well = source.succeeded(track.subjectId(), due);
        Occurrence missed = CaseDraft.occurrence(OccurrenceState.MISSED, due, null);
        return Optional.of(CaseDraft.standing(
                CaseDraft.monitor("m", false, Set.of(), null), track.subjectId(), "scan", well ? null : missed));
    }

    /** @return launches of the day so far */
    private int withinLimits() {
        Instant now = clock.instant();
        int all = 0;
        for (String scan : ZONES.keySet()) {
            long inADay = source.launched(scan, now.minus(Duration.ofDays(1)));
            long today = source.launched(scan, now.truncatedTo(ChronoUnit.DAYS));
            assertThat(inADay).as("scan %s in a day until %s", scan, now).isLessThanOrEqualTo(PER_DAY);
            assertThat(today)
                    .as("scan %s for what was due on the day of %s", scan, now)
                    .isLessThanOrEqualTo(PER_OCCURRENCE);
            all += (int) today;
        }
        return all;
    }

    /** Left alone, everything ends and is remembered as such, and the record is whole. */
    private void settle() {
        for (int i = 0; i < 200; i++) {
            clock.set(clock.instant().plus(Duration.ofMinutes(11)));
            try {
                resubmissions("a").turn(clock.instant());
            } catch (Killed | LedgerUnavailableException ended) {
                // What comes next is a new start.
            }
        }
        assertThat(resubmissions("a").list()).isNotEmpty().allMatch(each -> !each.state()
                .underWay());
        assertThat(ChainCheck.all(ledger, List.of())).isInstanceOf(ChainVerdict.Whole.class);
    }

    /** A ledger during whose saves the process ends now and then, and whose answers are lost now and then. */
    private static final class KilledNowAndThen extends PassedLedger {
        private final Random random;

        KilledNowAndThen(Ledger inner, Random random) {
            super(inner);
            this.random = random;
        }

        @Override
        public void commit(Commit commit) throws LedgerConflictException {
            int luck = random.nextInt(40);
            if (luck == 0) {
                throw new Killed("before a save");
            }
            if (luck == 1) {
                throw new LedgerUnavailableException("The call was lost.", new IOException("lost"));
            }
            super.commit(commit);
            if (luck == 2) {
                throw new Killed("after a save");
            }
            if (luck == 3) {
                throw new LedgerUnavailableException("The answer was lost.", new IOException("lost"));
            }
        }
    }
}
