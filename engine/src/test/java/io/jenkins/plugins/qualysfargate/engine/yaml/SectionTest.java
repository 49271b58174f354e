package io.jenkins.plugins.qualysfargate.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.nodes.Node;

class SectionTest {
    private static final List<String> KEYS = List.of("one", "two", "three");

    private final Problems problems = new Problems(new FileKind("menu", 100, 3, "Eat less."), "menu.yaml");

    private Section section(String text) {
        Node root = Objects.requireNonNull(YamlDocument.read(text, "is empty", problems));
        return Objects.requireNonNull(Section.open(root, "", KEYS, problems));
    }

    private <T> @Nullable T one(String value, Function<Value, @Nullable T> kind) {
        return section("one: " + value).optional("one", kind);
    }

    private List<String> told() {
        return problems.list().stream().map(YamlProblem::toString).toList();
    }

    @Test
    void shouldNameTheKindOfFile() {
        YamlDocument.read("one: 1\n---\ntwo: 2", "is empty", problems);
        YamlDocument.read("x".repeat(101), "is empty", problems);
        YamlDocument.read("[[[[1]]]]", "is empty", problems);

        assertThat(told())
                .containsExactly(
                        "menu.yaml: has 101 characters; a menu has at most 100. Eat less.",
                        "menu.yaml:1:4: is nested deeper than any menu (3 levels)",
                        "menu.yaml:2:1: a second document starts here; a menu file holds one");
    }

    @Test
    void shouldRefuseKeysThatAnotherValueRulesOut() {
        section("one: 1\nthree: 3").allowOnly(List.of("one", "two"), "a menu for two");

        assertThat(told())
                .containsExactly("menu.yaml:2:1: three: is not a key that a menu for two has. Valid are one, two.");
    }

    @Test
    void shouldPlaceAProblemWhereTheValueStands() {
        Section section = section("one: 1\nthree: 3");

        section.refuse("three", "is too much");
        section.refuse("two", "is too little");
        assertThat(told()).containsExactly("menu.yaml:1:1: two: is too little", "menu.yaml:2:8: three: is too much");
    }

    @Test
    void shouldGoOnWithTheDefaultWhereAValueIsAProblem() {
        assertThat(section("one: many").read("one", value -> value.count(1, 5), 3))
                .isEqualTo(3);
        assertThat(told()).containsExactly("menu.yaml:1:6: one: is not a whole number from 1 to 5");
    }

    @Test
    void shouldKeepTheSoundItemsOfAList() {
        assertThat(section("one: [1, x, 3]").all("one", value -> value.count(1, 5)))
                .containsExactly(1, 3);
        assertThat(told()).containsExactly("menu.yaml:1:10: one[1]: is not a whole number from 1 to 5");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "0, ", "6, ", "'\"3\"', ", "3.0, ", "0x3, ", "[3], "})
    void shouldCountWithinBounds(String text, @Nullable Integer count) {
        Integer read = one(text, value -> value.count(1, 5));

        assertThat(read).isEqualTo(count);
        assertThat(problems.areNone()).isEqualTo(count != null);
    }

    @ParameterizedTest
    @CsvSource({"1m, PT1M", "1h, PT1H", "PT30M, PT30M", "59s, ", "61m, ", "5, ", "soon, ", "{}, "})
    void shouldReadLengthsOfTimeWithinBounds(String text, @Nullable Duration length) {
        Duration read = one(text, value -> value.duration(Duration.ofMinutes(1), Duration.ofHours(1)));

        assertThat(read).isEqualTo(length);
        assertThat(problems.areNone()).isEqualTo(length != null);
    }

    @ParameterizedTest
    @CsvSource({"08:00, 08:00", "17:30, 17:30", "'\"00:00\"', 00:00", "23:59, 23:59"})
    void shouldReadTimesOfDay(String text, LocalTime time) {
        LocalTime read = one(text, Value::timeOfDay);

        assertThat(read).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "8:00", "08:60", "8", "noon", "08:00:00", "[08:00]"})
    void shouldReadNoOtherTimesOfDay(String text) {
        LocalTime read = one(text, Value::timeOfDay);

        assertThat(read).isNull();
        assertThat(told()).containsExactly("menu.yaml:1:6: one: is not a time of day such as 08:00");
    }

    @Test
    void shouldFindTheWordThatWasMeant() {
        assertThat(NearMiss.closest("critcal", List.of("high", "critical"))).contains("critical");
        assertThat(NearMiss.closest("weather", List.of("high", "critical"))).isEmpty();
        assertThat(NearMiss.closest("x".repeat(41), List.of("x".repeat(40)))).isEmpty();
    }

    @Test
    void shouldRepeatOnlyTheBeginningOfWhatIsLong() {
        assertThat(Wording.name("x".repeat(121))).hasSize(120).endsWith("x…");
        assertThat(Wording.number(0.5)).isEqualTo("0.5");
        assertThat(Wording.number(7)).isEqualTo("7");
    }
}
