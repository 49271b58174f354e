package io.jenkins.plugins.qualysfargate.sidecar.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessStatTest {
    private static final String REST = " S 17 9 9 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 4711 2600960 330";

    @ParameterizedTest
    @ValueSource(strings = {"sh", ") R 1 1 (", "a) (b", "", "x) Z 1 1 1"})
    void shouldNotBelieveWhatProcessWroteIntoItsName(String name) throws IOException {
        assertThat(ProcessStat.parse(bytes("42 (" + name + ")" + REST))).isEqualTo(new ProcessStat(42, 'S', 17, 4711));
    }

    @Test
    void shouldKnowWhatEnded() throws IOException {
        assertThat(ProcessStat.parse(bytes("42 (sh)" + REST.replace("S", "Z"))).ended())
                .isTrue();
        assertThat(ProcessStat.parse(bytes("42 (sh)" + REST)).ended()).isFalse();
    }

    @Test
    void shouldRefuseFileThatIsCut() {
        String whole = "42 (sh)" + REST;
        int needed = whole.indexOf(" 4711");
        for (int end = 0; end <= needed; end++) {
            byte[] cut = bytes(whole.substring(0, end));
            assertThatExceptionOfType(MalformedProcException.class).isThrownBy(() -> ProcessStat.parse(cut));
        }
    }

    @Test
    void shouldReadSingleFieldsOfStatus() {
        byte[] status = bytes("Name:\tx\\nUid:\t7\nTracerPid:\t12\nUid:\t1000\t1001\t0\t0\n");

        assertThat(StatusFields.effectiveUid(status)).isEqualTo(OptionalLong.of(1001));
        assertThat(StatusFields.tracerPid(status)).isEqualTo(OptionalLong.of(12));
        assertThat(StatusFields.effectiveUid(bytes("Name:\tx\n"))).isEmpty();
        assertThat(StatusFields.effectiveUid(bytes("Name:\tx\nUid:\t1"))).isEmpty();
        assertThat(StatusFields.effectiveUid(bytes("Name:\tx\nUid:\t1\n"))).isEmpty();
        assertThat(StatusFields.effectiveUid(bytes("Name:\tx\nUid:\t1\tx\n"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
