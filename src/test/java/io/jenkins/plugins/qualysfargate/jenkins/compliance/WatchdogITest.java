package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckReport;
import io.jenkins.plugins.qualysfargate.engine.check.report.ScanLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.jenkins.harness.TenableStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class WatchdogITest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @TempDir
    private Path directory;

    private TenableStandIn tenable;

    @BeforeEach
    void start() throws Exception {
        tenable = TenableStandIn.start();
        tenable.define("1", "ALC_Prod_WDC06_private_import", ComplianceRig.DUE)
                .define("2", "ALC_all_envs_public_import", ComplianceRig.DUE)
                .run("1", ComplianceRig.DUE, "Completed")
                .run("2", ComplianceRig.DUE, "Error");
    }

    @AfterEach
    void stop() {
        tenable.close();
    }

    private static CheckStatus await(Predicate<CheckStatus> wanted) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        CheckStatus status = ComplianceCheck.get().status();
        while (!wanted.test(status) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            status = ComplianceCheck.get().status();
        }
        assertThat(status).matches(wanted);
        return status;
    }

    private static CheckReport report(CheckStatus status) {
        return status.report("", Instant.now());
    }

    @Test
    void shouldNoticeAFailedScanWithoutAnyJobAndStillKnowItAfterARestart() throws Throwable {
        sessions.then(jenkins -> {
            ComplianceRig.configure(ComplianceRig.file(tenable));
            CheckReport found = report(await(status -> status.outcome() != null));

            assertThat(found.answer()).isEqualTo(CheckOutcome.Answer.FAILED);
            assertThat(found.failing())
                    .singleElement()
                    .returns("ALC_all_envs_public_import", ScanLine::name)
                    .returns(OccurrenceState.FAILED, ScanLine::state);
            assertThat(ComplianceCheck.get().status().outcome().incidents()).hasSize(1);
        });
        tenable.down(true);
        sessions.then(jenkins -> {
            CheckStatus status = await(each -> each.outcome() != null);

            assertThat(report(status).failing())
                    .extracting(ScanLine::name)
                    .containsExactly("ALC_all_envs_public_import");
            assertThat(status.outcome().incidents()).hasSize(1);
            assertThat(status.blindSources()).hasSize(1);
            assertThat(ExtensionList.lookupSingleton(ComplianceMonitor.class).getProblems())
                    .singleElement()
                    .asString()
                    .contains("nessus");
        });
    }

    @Test
    void shouldGoOnByTheLastSoundFileWhileTheNewOneIsWrong() throws Throwable {
        Path file = Files.writeString(directory.resolve("compliance.yaml"), ComplianceRig.file(tenable));
        sessions.then(jenkins -> {
            ComplianceRig.configure("");
            ComplianceConfiguration settings = ComplianceConfiguration.get();
            settings.setPath(file.toString());
            settings.save();
            assertThat(ComplianceRig.look().fileProblems()).isEmpty();

            Files.writeString(file, "version: 1\nsources: []\nmonitors: {}\n");
            CheckStatus status = ComplianceRig.look();

            assertThat(status.current()).isFalse();
            assertThat(status.fileProblems()).isNotEmpty().allMatch(each -> each.startsWith(file.toString() + ":"));
            assertThat(status.settings().monitors()).hasSize(1);
            assertThat(report(status).failing()).hasSize(1);
        });
        sessions.then(jenkins -> {
            tenable.run("2", ComplianceRig.DUE.plusSeconds(1200), "Completed");
            CheckStatus status = ComplianceRig.look();

            assertThat(report(status).failing()).isEmpty();
            assertThat(report(status).answer())
                    .as("what the new file wants is not known to be well")
                    .isEqualTo(CheckOutcome.Answer.UNKNOWN);
            assertThat(ExtensionList.lookupSingleton(ComplianceMonitor.class).isActivated())
                    .isTrue();

            Files.writeString(file, ComplianceRig.file(tenable));
            assertThat(report(ComplianceRig.look()).answer()).isEqualTo(CheckOutcome.Answer.OK);
            assertThat(ExtensionList.lookupSingleton(ComplianceMonitor.class).isActivated())
                    .isFalse();
        });
    }

    @Test
    void shouldLookByItselfOnlyWhileItIsSwitchedOnAndJenkinsTakesNewWork() throws Throwable {
        sessions.then(jenkins -> {
            ComplianceConfiguration.get().setEnabled(false);
            ComplianceRig.configure(ComplianceRig.file(tenable));
            await(status -> status.settings() != null);
            assertThat(tenable.calls()).isEmpty();

            jenkins.jenkins.doQuietDown();
            ComplianceConfiguration.get().setEnabled(true);
            ComplianceConfiguration.get().save();
            assertThat(tenable.calls()).isEmpty();
            jenkins.jenkins.doCancelQuietDown();
            await(status -> status.outcome() != null);
            assertThat(tenable.calls()).isNotEmpty();
        });
    }

    @Test
    void shouldSayWhyItCannotLookAndGoOnOnceItCan() throws Throwable {
        sessions.then(jenkins -> {
            ComplianceRig.configure("""
                    version: 1
                    sources: [{id: old, type: anchore, url: "https://anchore.example.com", credentials: tenable-api}]
                    monitors: [{id: images, source: old, select: {all: true}}]
                    """);
            CheckStatus status = ComplianceRig.look();
            assertThat(report(status).answer()).isEqualTo(CheckOutcome.Answer.UNKNOWN);

            ComplianceRig.configure(ComplianceRig.file(tenable));
            assertThat(report(ComplianceRig.look()).failing()).hasSize(1);
            assertThat(ComplianceCheck.get().status().failure()).isNull();
        });
    }
}
