package io.jenkins.plugins.qualysfargate.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.check.ScannedWorld.Ending;
import io.jenkins.plugins.qualysfargate.engine.check.ScannedWorld.Fate;
import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OwedFrom;
import io.jenkins.plugins.qualysfargate.engine.compliance.Selector;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Thresholds;
import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalations;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentPolicy;
import io.jenkins.plugins.qualysfargate.engine.incident.Member;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import io.jenkins.plugins.qualysfargate.engine.incident.Wording;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.ledger.SettableClock;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedules;
import io.jenkins.plugins.qualysfargate.engine.schedule.UnreadableScheduleException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Operates the check over scans whose fate is known beforehand, through changes of the clocks, sources that do not answer,
 * controllers that are down, saves that fail and new starts at any moment; what it has on record at the end must be their fate,
 * whatever happened on the way.
 */
class SimulatedOperationTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final List<ZoneId> ZONES = Stream.of(
                    "America/New_York", "Europe/Paris", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago")
            .map(ZoneId::of)
            .toList();

    private final List<String> problems = new ArrayList<>();

    @Test
    void shouldReportEveryScanOfTwoYearsAsItWent() throws UnreadableScheduleException {
        operate(7, 730, Duration.ofMinutes(25));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldReportEveryScanWhateverTheSeed(long seed) throws UnreadableScheduleException {
        operate(seed, 60, Duration.ofMinutes(7));
    }

    private void operate(long seed, int days, Duration rest) throws UnreadableScheduleException {
        Random random = new Random(seed);
        ScannedWorld world = new ScannedWorld(random, FIRST, days, ZONES);
        Instant begin = FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant().minus(Duration.ofDays(1));
        Instant end = begin.plus(Duration.ofDays(days + 1L));
        SettableClock clock = new SettableClock(begin);
        FailingLedger ledger = new FailingLedger(clock, random, 60);
        CheckSetup setup = setup(world);
        CheckCompliance check = new CheckCompliance(setup, ledger, Runnable::run, clock);
        Instant now = begin;
        while (now.isBefore(end)) {
            clock.set(now);
            try {
                everyAlarmIsInAnIncident(check.turn());
            } catch (LedgerUnavailableException lost) {
                // The next turn is a new start for it.
            }
            if (random.nextInt(400) == 0) {
                check = new CheckCompliance(setup, ledger, Runnable::run, clock);
                now = now.plus(Duration.ofMinutes(random.nextInt(2_000)));
            }
            now = now.plus(rest);
        }
        recordIsTheTruth(world, ledger, begin, end.minus(Duration.ofDays(3)));
        assertThat(problems).as("seed " + seed).isEmpty();
        nothingIsSaidTwice(ledger.messages);
    }

    private static CheckSetup setup(ScannedWorld world) throws UnreadableScheduleException {
        List<Monitor> monitors = new ArrayList<>();
        for (ZoneId zone : ZONES) {
            String scan = "ALC_" + zone.getId().replace('/', '_') + "_import";
            monitors.add(new Monitor(
                    scan,
                    "sc",
                    new Selector.ByName(scan),
                    new Timing.Own(Schedules.cron("30 2 * * *", scan, zone, DstPolicy.RFC)),
                    new Windows(
                            Duration.ofMinutes(30),
                            ScannedWorld.START_GRACE,
                            ScannedWorld.MAX_RUNTIME,
                            ScannedWorld.FINISH,
                            Duration.ofHours(2),
                            Duration.ofHours(12),
                            Duration.ofHours(1),
                            Duration.ofMinutes(10)),
                    Thresholds.DEFAULT,
                    care(),
                    null,
                    Set.of(),
                    true,
                    false,
                    null));
        }
        CheckedSource source = new CheckedSource(world, Duration.ofMinutes(5), Duration.ofMinutes(45), care());
        return new CheckSetup(
                monitors,
                List.of(source),
                IncidentPolicy.standard("test", Wording.ofTheRunbook(Map.of("sc", "nessus"))),
                new Escalations(Map.of(), Escalation.once("default", List.of("pager"))),
                List.of(),
                OwedFrom.SEEN,
                Duration.ofDays(1_500));
    }

    private static Care care() {
        return new Care("platform", "https://wiki.example/runbook", Urgency.ERROR, "default", null, null);
    }

    private void everyAlarmIsInAnIncident(CheckOutcome outcome) {
        Set<String> told = new HashSet<>();
        for (Incident incident : outcome.incidents()) {
            for (Member member : incident.members()) {
                told.add(member.failure().name());
                member.children().forEach(child -> told.add(child.name()));
            }
        }
        for (Standing each : outcome.standings()) {
            if (each.alarmed() && !told.contains(each.subjectName())) {
                problems.add(
                        outcome.at() + ": " + told + " " + outcome.incidents().size() + each.subjectName()
                                + " is in no incident, but " + each.verdict());
            }
        }
    }

    private void recordIsTheTruth(ScannedWorld world, FailingLedger ledger, Instant from, Instant upTo) {
        for (Fate fate : world.fates) {
            if (fate.due().isBefore(from) || fate.due().isAfter(upTo)) {
                continue;
            }
            Occurrence found =
                    OccurrenceEntries.list(ledger, new TrackKey(fate.scan(), fate.scan()), fate.due(), 1).stream()
                            .filter(each -> each.key().dueAt().equals(fate.due()))
                            .findFirst()
                            .orElse(null);
            String recorded = found == null ? "nothing" : found.now().state() + state(found.first());
            if (!recorded.equals(expected(fate.ending()))) {
                problems.add(fate + " is on record as " + recorded);
            } else if (found != null
                    && fate.ending() == Ending.MISSED
                    && !found.now().since().equals(fate.due().plus(ScannedWorld.FINISH))) {
                problems.add(fate + " is stamped " + found.now().since());
            }
        }
    }

    private static String state(@Nullable Judgement first) {
        return first == null ? "" : " after " + first.state();
    }

    private static String expected(Ending ending) {
        return switch (ending) {
            case OK -> "OK";
            case FAILED -> "FAILED after FAILED";
            case MISSED -> "MISSED after MISSED";
            case OVERRUN -> "OK_LATE after OVERRUN";
            case LATE -> "OK after LATE";
            case EMPTY -> "EMPTY_SUSPECT after EMPTY_SUSPECT";
            case IMPORT_ERROR -> "IMPORT_FAILED after IMPORT_FAILED";
            case PARTIAL -> "PARTIAL after PARTIAL";
            case MADE_UP -> "RECOVERED after FAILED";
        };
    }

    private static void nothingIsSaidTwice(List<OutboxMessage> messages) {
        Map<String, Long> count =
                messages.stream().collect(Collectors.groupingBy(OutboxMessage::id, Collectors.counting()));
        assertThat(count.values()).isNotEmpty().allMatch(each -> each == 1);
    }
}
