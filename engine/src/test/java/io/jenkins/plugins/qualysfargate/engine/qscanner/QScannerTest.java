package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QScannerTest {
    @TempDir
    private Path root;

    private StandIn standIn;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void makeStandIn() throws IOException {
        standIn = new StandIn(root);
    }

    private ScannerRun run(ScanRequest request) throws IOException {
        return standIn.scanner().run(request, log::add, Cancellation.NEVER);
    }

    private static ScannerRun.Finished finished(ScannerRun run) {
        assertThat(run).isInstanceOf(ScannerRun.Finished.class);
        return (ScannerRun.Finished) run;
    }

    private static Verdict.Indeterminate failed(ScannerRun run) {
        assertThat(run).isInstanceOf(ScannerRun.Failed.class);
        return ((ScannerRun.Failed) run).verdict();
    }

    private static ScanRequest withPolicy(boolean allowAudit) {
        ScanOptions options = new ScanOptions(
                StorageDriver.NONE,
                null,
                List.of(),
                false,
                false,
                new CentralPolicy(List.of("prod"), allowAudit),
                LogLevel.INFO);
        return StandIn.request(Duration.ofSeconds(60), options);
    }

    @Test
    void shouldHandOverTheOutputAndDeleteItOnClose() throws IOException {
        standIn.reports("clean");
        Path output;
        try (ScannerRun run = run(StandIn.request())) {
            ScannerRun.Finished finished = finished(run);
            output = finished.outputDirectory();
            assertThat(finished.exitCode()).isZero();
            assertThat(finished.policyDecision()).isEqualTo(PolicyDecision.NONE);
            assertThat(finished.scannerVersion()).isEqualTo("4.8.0-2");
            assertThat(finished.startedAt()).isBeforeOrEqualTo(finished.endedAt());
            try (Stream<Path> files = Files.list(output)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .anyMatch(name -> name.endsWith("-Report.sarif.json"))
                        .anyMatch(name -> name.endsWith("-ScanResult.json"))
                        .hasSize(2);
            }
        }
        assertThat(output).doesNotExist();
        assertThat(standIn.leftNoDirectory()).isTrue();
    }

    @Test
    void shouldReportTimesThatTheOutputOfThisScanFallsBetween() throws IOException {
        standIn.reports("clean");
        try (ScannerRun run = run(StandIn.request())) {
            ScannerRun.Finished finished = finished(run);
            Path result;
            try (Stream<Path> files = Files.list(finished.outputDirectory())) {
                result = files.filter(file -> file.toString().endsWith("ScanResult.json"))
                        .findFirst()
                        .orElseThrow();
            }
            String text = Files.readString(result);
            long nanoseconds = Long.parseLong(text.replaceAll("(?s).*\"ScanEndTime\": ([0-9]+).*", "$1"));
            assertThat(Instant.ofEpochSecond(0, nanoseconds)).isBetween(finished.startedAt(), finished.endedAt());
        }
    }

    @ParameterizedTest
    @MethodSource("incompleteCodes")
    void shouldNeverFinishWithAnyOtherCode(ExitCode exit) throws IOException {
        standIn.reports("clean").exits(exit.code());

        Verdict.Indeterminate verdict = failed(run(StandIn.request()));

        assertThat(verdict.cause()).isEqualTo(exit.kind().cause());
        assertThat(verdict.message()).contains("ended with " + exit.code(), exit.meaning(), "payments");
        assertThat(verdict.howToFix()).isEqualTo(exit.whatToDo());
        assertThat(standIn.leftNoDirectory()).isTrue();
    }

    static Stream<ExitCode> incompleteCodes() {
        return Stream.concat(
                ExitCode.TABLE.stream().filter(exit -> !exit.completed()),
                Stream.of(4, 22, 50, 60, 61, 99, 200, 255).map(ExitCode::of));
    }

    @Test
    void shouldFinishWithDenialEvenIfNobodyAskedForThePolicy() throws IOException {
        standIn.reports("clean").exits(42);
        try (ScannerRun run = run(StandIn.request());
                ScannerRun asked = run(withPolicy(false))) {
            assertThat(finished(run).policyDecision()).isEqualTo(PolicyDecision.DENY);
            assertThat(finished(asked).policyDecision()).isEqualTo(PolicyDecision.DENY);
        }
    }

    @Test
    void shouldFinishWithAllowanceIfThePolicyWasAsked() throws IOException {
        try (ScannerRun run = run(withPolicy(false))) {
            assertThat(finished(run).policyDecision()).isEqualTo(PolicyDecision.ALLOW);
        }
        assertThat(standIn.calls().get(0)).contains("--mode evaluate-policy --policy-tags prod");
    }

    @Test
    void shouldFinishWithAuditOnlyIfAllowed() throws IOException {
        standIn.exits(43);
        assertThat(failed(run(StandIn.request())).cause()).isEqualTo(IndeterminateCause.NOT_EVALUATED);
        assertThat(failed(run(withPolicy(false))).cause()).isEqualTo(IndeterminateCause.NOT_EVALUATED);
        try (ScannerRun run = run(withPolicy(true))) {
            assertThat(finished(run).policyDecision()).isEqualTo(PolicyDecision.AUDIT);
        }
    }

    @Test
    void shouldShowTheLogWithoutTheTokenAndKeepItOutOfTheArguments() throws IOException {
        Path dump = root.resolve("dump");
        standIn.does("print-token", "complain on the other channel", "dump " + dump);
        run(StandIn.request()).close();

        assertThat(log).contains("using token **** for the back end", "on the other channel");
        assertThat(String.join("\n", log)).doesNotContain(StandIn.TOKEN);
        assertThat(standIn.calls()).hasSize(1).noneMatch(call -> call.contains(StandIn.TOKEN));
        assertThat(Files.readAllLines(dump)).contains("QUALYS_ACCESS_TOKEN=" + StandIn.TOKEN, "0022");
    }

    @Test
    void shouldGiveTheScannerAHomeOfItsOwnAndNothingThatItDoesNotNeed() throws IOException {
        Path dump = root.resolve("dump");
        standIn.inherits("HOME", "/home/somebody")
                .inherits("JENKINS_SECRET", "hidden")
                .inherits("QSCANNER_REGISTRY_TOKEN", "stale")
                .inherits("https_proxy", "http://proxy.example:3128")
                .does("dump " + dump);
        run(StandIn.request()).close();

        List<String> environment = Files.readAllLines(dump);
        assertThat(environment).contains("https_proxy=http://proxy.example:3128");
        assertThat(environment)
                .anyMatch(line -> line.startsWith("HOME=" + standIn.settings().workDirectory()));
        assertThat(environment).noneMatch(line -> line.contains("JENKINS_SECRET") || line.contains("REGISTRY_TOKEN"));
    }

    @Test
    void shouldRefuseAScannerThatChangedAfterItWasVerified() throws IOException {
        Path copy = Files.copy(StandIn.SCRIPT, root.resolve("copy"));
        VerifiedScanner verified = new VerifiedScanner(copy, Checksum.of(copy), List.of());
        Files.writeString(copy, "#!/bin/sh\nexit 0\n");
        QScanner scanner = new QScanner(verified, standIn.settings(), System.getenv(), java.time.Clock.systemUTC());

        Verdict.Indeterminate verdict = failed(scanner.run(StandIn.request(), log::add, Cancellation.NEVER));

        assertThat(verdict.cause()).isEqualTo(IndeterminateCause.SCANNER_UNAVAILABLE);
        assertThat(verdict.message())
                .contains(
                        "has changed",
                        verified.sha256().value(),
                        Checksum.of(copy).value());
        assertThat(scanner.version()).isEmpty();
    }

    @Test
    void shouldSayWhyThereIsNoTokenInsteadOfScanning() throws IOException {
        ScanRequest request = StandIn.request();
        ScanRequest without = new ScanRequest(
                request.image(),
                request.platform(),
                request.scanTypes(),
                request.timeout(),
                new QualysConnection(
                        new QualysPlatform.Pod(PodName.US1),
                        () -> {
                            throw new IOException("the vault did not answer");
                        },
                        null),
                request.registryAccess(),
                request.options());

        Verdict.Indeterminate verdict = failed(run(without));

        assertThat(verdict.message()).contains("the vault did not answer");
        assertThat(standIn.calls()).isEmpty();
    }

    @Test
    void shouldTellItsVersionWithoutAToken() throws IOException {
        assertThat(standIn.scanner().version()).isEqualTo("4.8.0-2");
        assertThat(standIn.leftNoDirectory()).isTrue();
    }
}
