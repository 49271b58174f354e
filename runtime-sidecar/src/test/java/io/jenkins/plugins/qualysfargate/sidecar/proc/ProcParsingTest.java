package io.jenkins.plugins.qualysfargate.sidecar.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcessStatus.Seccomp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcParsingTest {

    @Test
    void shouldReadStatusOfPrivilegedProcess() throws IOException {
        assertThat(ProcessStatus.parse(captured("root.txt")))
                .isEqualTo(new ProcessStatus("cat", 17, 0, 0x1fffeffffffL, Seccomp.DISABLED));
        assertThat(ProcessStatus.parse(captured("root.txt")).may(Capability.CAP_SYS_PTRACE))
                .isTrue();
    }

    @Test
    void shouldReadStatusOfTracedProcessInContainer() throws IOException {
        ProcessStatus status = ProcessStatus.parse(captured("container.txt"));

        assertThat(status.tracerPid()).isEqualTo(412);
        assertThat(status.seccomp()).isEqualTo(Seccomp.FILTER);
        assertThat(status.may(Capability.CAP_SYS_PTRACE)).isFalse();
        assertThat(status.may(Capability.CAP_NET_RAW)).isTrue();
    }

    @Test
    void shouldNotBelieveFieldsThatProcessWroteIntoItsName() throws IOException {
        List<String> lines = captured("root.txt").stream()
                .map(each -> each.startsWith("Name:") ? "Name:\tx\\nCapEff:\\t0000000000000000" : each)
                .toList();

        assertThat(ProcessStatus.parse(lines).may(Capability.CAP_SYS_PTRACE)).isTrue();
    }

    @Test
    void shouldRefuseStatusThatIsCutAnywhere() throws IOException {
        List<String> lines = captured("root.txt");
        int last = lines.indexOf("Seccomp:\t0");

        assertThat(last).isPositive();
        for (int end = 0; end <= last; end++) {
            List<String> cut = lines.subList(0, end);
            assertThatExceptionOfType(MalformedProcException.class)
                    .isThrownBy(() -> ProcessStatus.parse(cut))
                    .withMessageContaining("is missing");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CapEff, 000001ff",
        "CapEff, zzzzzzzzzzzzzzzz",
        "CapEff, ''",
        "TracerPid, none",
        "TracerPid, ''",
        "Pid, -1",
        "Seccomp, 3",
        "Seccomp, x",
    })
    void shouldRefuseFieldThatIsNoNumber(String field, String value) throws IOException {
        List<String> lines = captured("root.txt").stream()
                .map(each -> each.startsWith(field + ":") ? field + ":\t" + value : each)
                .toList();

        assertThatExceptionOfType(MalformedProcException.class)
                .isThrownBy(() -> ProcessStatus.parse(lines))
                .withMessageContaining(field);
    }

    @Test
    void shouldReadPtraceScope() throws IOException {
        assertThat(PtraceScope.parse(List.of("0"))).isEqualTo(PtraceScope.CLASSIC);
        assertThat(PtraceScope.parse(List.of("1"))).isEqualTo(PtraceScope.RESTRICTED);
        assertThat(PtraceScope.parse(List.of("2"))).isEqualTo(PtraceScope.ADMIN_ONLY);
        assertThat(PtraceScope.parse(List.of("3"))).isEqualTo(PtraceScope.NO_ATTACH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "-1", "one"})
    void shouldRefuseUnknownPtraceScope(String value) {
        assertThatExceptionOfType(MalformedProcException.class).isThrownBy(() -> PtraceScope.parse(List.of(value)));
        assertThatExceptionOfType(MalformedProcException.class).isThrownBy(() -> PtraceScope.parse(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "many", "99999999999999999999"})
    void shouldRefuseLimitThatIsNoNumber(String value) {
        assertThatExceptionOfType(MalformedProcException.class).isThrownBy(() -> InotifyLimits.parse(List.of(value)));
        assertThatExceptionOfType(MalformedProcException.class).isThrownBy(() -> InotifyLimits.parse(List.of()));
    }

    private static List<String> captured(String name) throws IOException {
        try (InputStream in = ProcParsingTest.class.getResourceAsStream("ProcessStatus/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
