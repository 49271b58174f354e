package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
    @ParameterizedTest
    @ValueSource(strings = {"12", "\"12\"", "\" 12 \"", "12.0", "\"12.00\""})
    void shouldReadACountInWhateverTypeItComes(String json) throws IOException {
        assertThat(Scalars.count(field(json), "f")).isEqualTo(12L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\"-1\"", "null", "\"\"", "\"  \""})
    void shouldTakeNegativeCountsAndEmptyTextsForNone(String json) throws IOException {
        assertThat(Scalars.count(field(json), "f")).isNull();
        assertThat(Scalars.id(field(json), "f")).isNull();
        assertThat(Scalars.epochSecond(field(json), "f")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"12 hosts\"", "1.5", "\"1e3\"", "1e40", "\"99999999999999999999\"", "true"})
    void shouldRefuseWhatIsNoCount(String json) {
        assertThatThrownBy(() -> Scalars.count(field(json), "f"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContainingAll("field f", "a whole number is expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"true\"", "\"TRUE\"", "\"1\"", "1"})
    void shouldReadYesInWhateverTypeItComes(String json) throws IOException {
        assertThat(Scalars.flag(field(json), "f")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"false\"", "\"0\"", "0"})
    void shouldReadNoInWhateverTypeItComes(String json) throws IOException {
        assertThat(Scalars.flag(field(json), "f")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "2", "\"-1\"", "[]"})
    void shouldNotGuessWhetherItIsYesOrNo(String json) {
        assertThatThrownBy(() -> Scalars.flag(field(json), "f")).isInstanceOf(UnreadableValueException.class);
    }

    @Test
    void shouldTakeAnAbsentFlagForNothingSaid() throws IOException {
        assertThat(Scalars.flag(field("null"), "other")).isNull();
        assertThat(Scalars.flag(field("\"\""), "f")).isNull();
    }

    @Test
    void shouldReadIdsOfEitherTypeAlike() throws IOException {
        assertThat(Scalars.id(field("7"), "f"))
                .isEqualTo(Scalars.id(field("\"7\""), "f"))
                .isEqualTo("7");
        assertThat(Scalars.id(field("\"b-1\""), "f")).isEqualTo("b-1");
        assertThat(Scalars.id(field("0"), "f")).isNull();
    }

    @Test
    void shouldRefuseAnIdThatCannotBeShownAsItIs() {
        assertThatThrownBy(() -> Scalars.id(field("\"a\\nb\""), "f"))
                .hasMessageContaining("'a?b'")
                .hasMessageContaining("visible");
        assertThatThrownBy(() -> Scalars.id(field("\"" + "9".repeat(101) + "\""), "f"))
                .isInstanceOf(UnreadableValueException.class);
    }

    @Test
    void shouldReadMomentsAndRefuseThoseThatNobodyCanWrite() throws IOException {
        assertThat(Scalars.epochSecond(field("\"1550000000\""), "f")).isEqualTo(Instant.ofEpochSecond(1_550_000_000));
        assertThat(Scalars.epochSecond(field("0"), "f")).isNull();
        assertThatThrownBy(() -> Scalars.epochSecond(field("1550000000000000"), "f"))
                .hasMessageContaining("seconds since 1970");
    }

    @Test
    void shouldMakeOneBoundedLineOfAnyText() throws IOException {
        assertThat(Scalars.text(field("\"a\\r\\nb\\u202ec\\u0000\""), "f")).isEqualTo("a  b c");
        assertThat(Scalars.text(field("12"), "f")).isEqualTo("12");
        assertThat(Scalars.text(field("\"" + "x".repeat(100_000) + "\""), "f")).hasSize(ForeignLine.LONGEST + 1);
    }

    private static JsonNode field(String json) throws IOException {
        return JsonMapper.builder().build().readTree("{\"f\":" + json + "}");
    }
}
