package io.jenkins.plugins.qualysfargate.engine.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9 99 100 178901 1000000000 99999999999999999999 x",
                "CVE-2005-2541 CVE-2020-999 CVE-2020-1747 CVE-2020-14343 CVE-2021-1",
                "libssl libssl1 libssl1.1 libssl3 libssl10 libxml2",
                "Alpine alpine-2 Beta café CAFÉS zlib"
            })
    void shouldSortAsPeopleExpect(String sorted) {
        List<String> expected = List.of(sorted.split(" "));
        List<String> shuffled = Arrays.asList(sorted.split(" "));
        Collections.reverse(shuffled);
        shuffled.sort(Comparator.comparing(SortText::of));

        assertThat(shuffled).isEqualTo(expected);
    }

    @Test
    void shouldTakeNumbersForEqualThatDifferInZerosOnly() {
        assertThat(SortText.of("CVE-2020-0007")).isEqualTo(SortText.of("cve-2020-7"));
        assertThat(SortText.of("0")).isEqualTo(SortText.of("000"));
    }

    @Test
    void shouldStayShortWhateverTheText() {
        assertThat(SortText.of("ß".repeat(1 << 20))).hasSizeLessThan(200);
        assertThat(SortText.of("1".repeat(1 << 20))).hasSizeLessThan(200);
        assertThat(SortText.of("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STRASSE, straße",
        "ΟΔΟΣ, οδος",
        "ΟΔΟΣ, οδοσ",
        "İstanbul, istanbul",
        "ISTANBUL, ıstanbul",
        "ﬁx, FIX",
        "\u212Aelvin, kelvin",
        "ДЫРА, дыра",
        "\uD801\uDC00, \uD801\uDC28"
    })
    void shouldFoldCaseInAnyScript(String one, String other) {
        assertThat(CaseFold.of(one)).isEqualTo(CaseFold.of(other));
    }

    @ParameterizedTest
    @CsvSource({"a, b", "e, é", "o, 0", "K, X"})
    void shouldNotFoldMoreThanCase(String one, String other) {
        assertThat(CaseFold.of(one)).isNotEqualTo(CaseFold.of(other));
    }
}
