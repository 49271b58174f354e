package io.jenkins.plugins.qualysfargate.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.sidecar.MachineFacts.Target;
import io.jenkins.plugins.qualysfargate.sidecar.MachineFacts.Trials;
import io.jenkins.plugins.qualysfargate.sidecar.SourceReadiness.State;
import io.jenkins.plugins.qualysfargate.sidecar.libc.Kernel;
import io.jenkins.plugins.qualysfargate.sidecar.libc.LibC;
import io.jenkins.plugins.qualysfargate.sidecar.proc.InotifyLimits;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcessStatus;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcessStatus.Seccomp;
import io.jenkins.plugins.qualysfargate.sidecar.proc.PtraceScope;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {
    private static final long ALL = 0x1ffffffffffL;
    private static final long NO_PTRACE = ALL & ~(1L << 19);
    private static final long NO_RAW = ALL & ~(1L << 13);
    private static final Trials ALL_WORK = new Trials(0, 0, 0, 0);
    private static final int ENOSYS = 38;

    @Test
    void shouldBeCompleteWhenEverythingWorks() {
        Readiness readiness = Readiness.of(facts("x86_64", ALL, null, 8192, ALL_WORK, null));

        assertThat(readiness.complete()).isTrue();
        assertThat(readiness.sources()).hasSize(5).allMatch(each -> each.howToFix()
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"x86_64, AVAILABLE", "aarch64, AVAILABLE", "riscv64, UNAVAILABLE", "'', UNAVAILABLE"})
    void shouldKnowArchitecturesOfFargate(String machine, State state) {
        assertState(facts(machine, ALL, null, 8192, ALL_WORK, null), Source.ARCHITECTURE, state);
    }

    @ParameterizedTest
    @CsvSource({
        ", true, AVAILABLE",
        "CLASSIC, true, AVAILABLE",
        "RESTRICTED, true, AVAILABLE",
        "ADMIN_ONLY, true, AVAILABLE",
        "NO_ATTACH, true, UNAVAILABLE",
        ", false, UNAVAILABLE",
        "CLASSIC, false, UNAVAILABLE",
        "RESTRICTED, false, UNAVAILABLE",
        "ADMIN_ONLY, false, UNAVAILABLE",
        "NO_ATTACH, false, UNAVAILABLE",
    })
    void shouldConcludePtraceFromScopeAndCapability(@Nullable PtraceScope scope, boolean capable, State state) {
        assertState(facts("x86_64", capable ? ALL : NO_PTRACE, scope, 8192, ALL_WORK, null), Source.PTRACE, state);
    }

    @Test
    void shouldBelieveTrialMoreThanCapability() {
        assertState(
                facts("x86_64", ALL, null, 8192, new Trials(LibC.EPERM, 0, 0, 0), null),
                Source.PTRACE,
                State.UNAVAILABLE);
        assertState(
                facts("x86_64", ALL, null, 8192, new Trials(0, ENOSYS, 0, 0), null), Source.INOTIFY, State.UNAVAILABLE);
        assertState(
                facts("x86_64", ALL, null, 8192, new Trials(0, 0, ENOSYS, 0), null),
                Source.SOCK_DIAG,
                State.UNAVAILABLE);
        assertState(
                facts("x86_64", ALL, null, 8192, new Trials(0, 0, 0, LibC.EPERM), null),
                Source.PACKETS,
                State.UNAVAILABLE);
    }

    @Test
    void shouldSayWhatMissingCapabilityMeans() {
        Readiness readiness = Readiness.of(facts("x86_64", NO_RAW, null, 8192, new Trials(0, 0, 0, LibC.EPERM), null));

        assertThat(of(readiness, Source.PACKETS).reason()).contains("CAP_NET_RAW");
        assertThat(readiness.complete()).isFalse();
    }

    @Test
    void shouldTellUsedUpInstancesFromFewWatches() {
        MachineFacts usedUp = facts("x86_64", ALL, null, 8192, new Trials(0, LibC.EMFILE, 0, 0), null);

        assertThat(of(Readiness.of(usedUp), Source.INOTIFY).reason()).contains("all 128 instances");
        assertState(facts("x86_64", ALL, null, 1023, ALL_WORK, null), Source.INOTIFY, State.LIMITED);
    }

    @Test
    void shouldLookAtProcessThatShallBeWatched() {
        ProcessStatus free = new ProcessStatus("app", 42, 0, 0, Seccomp.DISABLED);
        ProcessStatus traced = new ProcessStatus("app", 42, 7, 0, Seccomp.DISABLED);

        assertState(target(new Target(42, free, true)), Source.PROCESS, State.AVAILABLE);
        assertState(target(new Target(42, free, false)), Source.PROCESS, State.LIMITED);
        assertState(target(new Target(42, traced, true)), Source.PROCESS, State.LIMITED);
        assertState(target(new Target(42, null, false)), Source.PROCESS, State.UNAVAILABLE);
    }

    @Test
    void shouldWriteBothForms() throws IOException {
        Readiness readiness = Readiness.of(facts("riscv64", ALL, null, 8192, ALL_WORK, null));

        assertThat(ReadinessReport.text(readiness, "1.0"))
                .startsWith("qualys-fargate sidecar 1.0\n")
                .contains("unavailable  architecture", "riscv64 is not supported")
                .endsWith("Degraded: 1 of 5 checks fall short.\n");
        assertThat(ReadinessReport.json(readiness, "1.0"))
                .contains("\"complete\" : false", "\"source\" : \"architecture\"", "\"state\" : \"unavailable\"");
    }

    private static MachineFacts target(Target target) {
        return facts("x86_64", ALL, null, 8192, ALL_WORK, target);
    }

    private static MachineFacts facts(
            String machine,
            long capabilities,
            @Nullable PtraceScope scope,
            long watches,
            Trials trials,
            @Nullable Target target) {
        return new MachineFacts(
                new Kernel("6.1", machine),
                new ProcessStatus("sidecar", 7, 0, capabilities, Seccomp.FILTER),
                scope,
                new InotifyLimits(128, watches, 16384),
                trials,
                target);
    }

    private static void assertState(MachineFacts facts, Source source, State state) {
        SourceReadiness readiness = of(Readiness.of(facts), source);
        assertThat(readiness.state()).isEqualTo(state);
        assertThat(readiness.reason()).isNotBlank();
        assertThat(readiness.howToFix().isEmpty()).isEqualTo(state == State.AVAILABLE);
    }

    private static SourceReadiness of(Readiness readiness, Source source) {
        return readiness.sources().stream()
                .filter(each -> each.source() == source)
                .findFirst()
                .orElseThrow();
    }
}
