package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DONE             | 0
            DENIED           | 42
            UNDETERMINED     | 43
            BACKEND_PENDING  | 40,41
            BACKEND_UPLOAD   | 33,37,39
            IMAGE_UNREADABLE | 6,7,8,9
            SETUP            | 2,3,126,127
            INCOMPLETE       | 15,17
            FAILED           | 1,5,10,11,12,13,14,16,18,19,20,21,30,31,32,34,35,36,38
            FAILED           | 4,22,50,60,61,128,130,137,139,143,255,-1,-9,2147483647
            """)
    void shouldClassifyEveryCode(ExitClass kind, String codes) {
        for (String code : codes.split(",")) {
            assertThat(ExitCode.of(Integer.parseInt(code)).kind()).as(code).isEqualTo(kind);
        }
    }

    @Test
    void shouldTakeOnlyThreeCodesForACompletedScan() {
        assertThat(IntStream.range(-300, 1000).filter(code -> ExitCode.of(code).completed()))
                .containsExactly(0, 42, 43);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 15, 40, 99, 137, 139, 170, -9})
    void shouldSayWhatHappenedAndWhatToDo(int code) {
        ExitCode exit = ExitCode.of(code);
        assertThat(exit.code()).isEqualTo(code);
        assertThat(exit.meaning()).isNotBlank().doesNotEndWith(".");
        assertThat(exit.whatToDo()).endsWith(".");
    }

    @Test
    void shouldNameTheSignal() {
        assertThat(ExitCode.of(137).meaning()).contains("SIGKILL");
        assertThat(ExitCode.of(137).whatToDo()).contains("memory");
        assertThat(ExitCode.of(139).meaning()).contains("SIGSEGV");
        assertThat(ExitCode.of(162).meaning()).contains("signal 34");
    }

    @Test
    void shouldListEveryCodeOnce() {
        assertThat(ExitCode.TABLE).map(ExitCode::code).doesNotHaveDuplicates().isSorted();
    }
}
