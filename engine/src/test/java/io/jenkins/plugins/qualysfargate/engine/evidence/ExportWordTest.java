package io.jenkins.plugins.qualysfargate.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportWordTest {

    @ParameterizedTest
    @EnumSource
    void shouldHaveAWordForEveryState(OccurrenceState state) {
        ExportWord expected =
                switch (state.kind()) {
                    case GOOD -> ExportWord.COMPLIANT;
                    case BAD -> ExportWord.NON_COMPLIANT;
                    case UNKNOWN, PENDING -> ExportWord.INSUFFICIENT_DATA;
                    case EXEMPT -> ExportWord.NOT_APPLICABLE;
                };
        assertThat(ExportWord.of(state.name())).isEqualTo(expected);
        assertThat(ExportWord.of(state.name()).open())
                .isEqualTo(state.alarming() || state.kind() == OccurrenceState.Kind.PENDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "SUCCESS", "COMPLIANT", "OK "})
    void shouldTakeAnUnknownWordForNothingKnown(String word) {
        assertThat(ExportWord.of(word)).isEqualTo(ExportWord.INSUFFICIENT_DATA);
    }
}
