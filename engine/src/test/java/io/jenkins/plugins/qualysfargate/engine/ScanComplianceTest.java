package io.jenkins.plugins.qualysfargate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.StoredPause;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceFile;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceFileReading;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.check.file.Login;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeTenable;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.SetClock;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.outbox.DeliveryCount;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: a server like Tenable.sc, turns of the check, the outbox, a pager and a sign of life, on one clock. */
class ScanComplianceTest {
    private static final Instant DUE = Instant.parse("2026-06-10T02:00:00Z");
    private static final String SCAN = "ALC_Prod_LON02_private_import";

    private final SetClock clock = new SetClock(DUE.minus(Duration.ofHours(3)));
    private final List<String> pages = Collections.synchronizedList(new ArrayList<>());
    private final List<String> beats = Collections.synchronizedList(new ArrayList<>());
    private int status = 202;
    private FakeTenable tenable;
    private LoopbackServer people;
    private ScanCompliance compliance;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() throws IOException {
        tenable = new FakeTenable(clock);
        tenable.zone("2", "ALC_Prod_LON02_SZ").scanner("2", "prod-lon02-infra-nessus-01", 1);
        tenable.define("16", SCAN)
                .inZone("2", "ALC_Prod_LON02_SZ")
                .ical("TZID=UTC:20260601T020000", "FREQ=DAILY;INTERVAL=1", DUE);
        people = LoopbackServer.start().on("/v2/enqueue", exchange -> {
            pages.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"status\":\"success\",\"dedup_key\":\"k\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        });
        people.on("/alive", exchange -> {
            beats.add(exchange.getRequestMethod());
            exchange.sendResponseHeaders(200, -1);
        });
        ComplianceEngine engine = new ComplianceEngine(EngineSettings.in(directory, clock));
        compliance = new ScanCompliance(
                engine,
                settings(tenable.address(), people.uri("/")),
                name -> Optional.of(
                        name.equals("tenable-api")
                                ? new Login.KeyPair(FakeTenable.ACCESS_KEY, FakeTenable.SECRET_KEY)
                                : new Login.Token("0123456789abcdef0123456789abcdef")),
                new InMemoryLedger(clock),
                Runnable::run);
    }

    @AfterEach
    void close() {
        compliance.close();
        people.close();
        tenable.close();
    }

    private static ComplianceSettings settings(URI tenable, URI people) {
        String file = """
                version: 1
                sources:
                  - {id: sc, type: tenable-sc, url: "%s", credentials: tenable-api, poll-every: 5m}
                channels:
                  - {id: pager, type: pagerduty, url: "%s", credentials: pagerduty}
                  - {id: alive, type: heartbeat, url: "%salive"}
                monitors:
                  - id: nightly
                    source: sc
                    select: {glob: "ALC_*"}
                    runbook: https://wiki.example/failed-scans
                    owner: platform
                    windows: {start-grace: 1h, max-runtime: 6h, finish: 10h}
                """.formatted(tenable, people.toString().replaceAll("/$", ""), people);
        ComplianceFileReading reading = ComplianceFile.read("test", file);
        return reading.fold(ComplianceFileReading.Valid::settings, invalid -> {
            throw new IllegalStateException("the file is wrong: " + invalid.problems());
        });
    }

    private CheckOutcome turnAt(Instant now) {
        clock.set(now);
        CheckOutcome outcome = compliance.turn();
        compliance.deliver();
        return outcome;
    }

    @Test
    void shouldPageOnceWithTheRunbookAndResolveWhenTheScanHasRun() {
        turnAt(DUE.minus(Duration.ofHours(1)));
        turnAt(DUE.plus(Duration.ofMinutes(70)));
        turnAt(DUE.plus(Duration.ofMinutes(80)));
        assertThat(pages).singleElement().asString().contains(SCAN, "https://wiki.example/failed-scans", "trigger");

        tenable.run("16", DUE.plus(Duration.ofMinutes(81)), FakeCourse.GOOD);
        turnAt(DUE.plus(Duration.ofHours(7)));
        turnAt(DUE.plus(Duration.ofHours(8)));
        assertThat(pages).last().asString().contains("resolve");
        assertThat(compliance.turn().incidents()).isEmpty();
    }

    @Test
    void shouldPageForTheZoneAndNotForEachScanInIt() {
        turnAt(DUE.minus(Duration.ofHours(1)));
        tenable.scanner("2", "prod-lon02-infra-nessus-01", 2);
        turnAt(DUE.plus(Duration.ofHours(2)));

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).contains("zone ALC_Prod_LON02_SZ has no working scanner");
    }

    @Test
    void shouldExcuseByTheNameOfTheZone() {
        turnAt(DUE.minus(Duration.ofHours(1)));
        compliance
                .pauses()
                .open(new StoredPause(
                        "works",
                        "MAINTENANCE",
                        null,
                        null,
                        null,
                        "ALC_Prod_LON02_SZ",
                        DUE,
                        DUE.plus(Duration.ofHours(4)),
                        null,
                        null,
                        null,
                        "jane",
                        "network works"));

        CheckOutcome outcome = turnAt(DUE.plus(Duration.ofHours(2)));

        assertThat(outcome.standings()).singleElement().satisfies(standing -> assertThat(standing.verdict())
                .isEqualTo(OccurrenceState.EXCUSED));
        assertThat(pages).isEmpty();
    }

    @Test
    void shouldKeepThePageUntilSomebodyTakesIt() {
        turnAt(DUE.minus(Duration.ofHours(1)));
        status = 500;
        turnAt(DUE.plus(Duration.ofHours(2)));
        assertThat(compliance.ledger().outbox().waiting(10)).hasSize(1);

        status = 202;
        clock.set(DUE.plus(Duration.ofHours(3)));
        DeliveryCount count = compliance.deliver();
        assertThat(count.delivered()).isEqualTo(1);
        assertThat(compliance.ledger().outbox().waiting(10)).isEmpty();
    }

    @Test
    void shouldGiveASignOfLifeOnlyIfItCouldLookEverywhere() {
        CheckOutcome seen = turnAt(DUE.minus(Duration.ofHours(1)));
        assertThat(compliance.beat(seen)).isEmpty();
        assertThat(beats).hasSize(1);

        tenable.close();
        CheckOutcome blind = turnAt(DUE.minus(Duration.ofMinutes(50)));
        compliance.beat(blind);
        assertThat(beats).hasSize(1);
    }

    @Test
    void shouldPutOnRecordWhenTheFileIsAnotherOne() {
        compliance.recordSettings("compliance.yaml", "version: 1", "jane");
        compliance.recordSettings("compliance.yaml", "version: 1", "jane");
        compliance.recordSettings("compliance.yaml", "version: 1 # other", "joe");

        assertThat(compliance.ledger().journal(1, 10))
                .extracting(entry -> entry.note().action() + " " + entry.note().actor())
                .containsExactly("settings jane", "settings joe");
    }
}
