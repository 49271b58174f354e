package io.jenkins.plugins.qualysfargate.engine.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingQueryTest {
    @Test
    void shouldAskForTheWorstOfEverythingWhenNothingIsSaid() {
        FindingQuery query = FindingQuery.parse(Map.of());

        assertThat(query).isEqualTo(FindingQuery.DEFAULT);
        assertThat(query.severities()).isEqualTo(EnumSet.allOf(Severity.class));
        assertThat(query.limit()).isEqualTo(50);
    }

    @Test
    void shouldTakeEmptyWordsForUnsaidOnes() {
        Map<String, String> empty = new HashMap<>();
        for (String name : Set.of(
                "text",
                "severity",
                "new",
                "fixable",
                "waived",
                "package",
                "cve",
                "kind",
                "sort",
                "order",
                "offset",
                "limit")) {
            empty.put(name, "");
        }

        assertThat(FindingQuery.parse(empty)).isEqualTo(FindingQuery.DEFAULT);
    }

    @Test
    void shouldReadEveryPart() {
        FindingQuery query = FindingQuery.parse(Map.ofEntries(
                Map.entry("text", "(a+)+$"),
                Map.entry("severity", "high,unknown"),
                Map.entry("new", "true"),
                Map.entry("fixable", "true"),
                Map.entry("waived", "hide"),
                Map.entry("package", "zlib"),
                Map.entry("cve", "CVE-2022"),
                Map.entry("kind", "finding"),
                Map.entry("sort", "first-seen"),
                Map.entry("order", "descending"),
                Map.entry("offset", "100"),
                Map.entry("limit", "500")));

        assertThat(query)
                .isEqualTo(new FindingQuery(
                        "(a+)+$",
                        Set.of(Severity.HIGH, Severity.UNKNOWN),
                        true,
                        true,
                        false,
                        "zlib",
                        "CVE-2022",
                        RowKind.FINDING,
                        SortKey.FIRST_SEEN,
                        true,
                        100,
                        500));
    }

    @ParameterizedTest
    @EnumSource(SortKey.class)
    void shouldKnowEverySortKeyByItsWord(SortKey key) {
        assertThat(FindingQuery.parse(Map.of("sort", key.word())).sort()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    severity | critcal       | critical, high, informational, low, medium, unknown
                    severity | high,,low     | critical, high, informational, low, medium, unknown
                    severity | HIGH          | critical, high
                    new      | yes           | false, true
                    fixable  | 1             | false, true
                    waived   | only          | hide, show
                    kind     | vulnerability | finding, malware, secret
                    sort     | severity desc | cve, cvss, first-seen, fixable, id, new, package, qds, severity, title
                    order    | desc          | ascending, descending
                    """)
    void shouldRefuseAnUnknownWordAndNameTheValidOnes(String name, String word, String valid) {
        assertThatThrownBy(() -> FindingQuery.parse(Map.of(name, word)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'" + name + "'", "valid are " + valid);
    }

    @Test
    void shouldRefuseAnUnknownNameAndNameTheValidOnes() {
        assertThatThrownBy(() -> FindingQuery.parse(Map.of("severities", "high")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'severities' is not a part of a query; valid are text, severity, new, fixable, waived,"
                        + " package, cve, kind, sort, order, offset, limit");
    }

    @ParameterizedTest
    @CsvSource({
        "offset, -1, 0 to 10000000",
        "offset, 10000001, 0 to 10000000",
        "limit, 0, 1 to 500",
        "limit, 501, 1 to 500",
        "limit, -2, 1 to 500"
    })
    void shouldRefuseANumberOutOfItsRange(String name, String number, String range) {
        assertThatThrownBy(() -> FindingQuery.parse(Map.of(name, number)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'" + name + "' is " + number, range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "1.5", "1e3", "99999999999999999999", " 1", "0x10", "٣", "+1", "--1"})
    void shouldRefuseWhatIsNoWholeNumber(String number) {
        assertThatThrownBy(() -> FindingQuery.parse(Map.of("limit", number)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a whole number from 1 to 500 is expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "package", "cve"})
    void shouldRefuseATextThatIsTooLong(String name) {
        assertThat(FindingQuery.parse(Map.of(name, "x".repeat(200)))).isNotEqualTo(FindingQuery.DEFAULT);
        assertThatThrownBy(() -> FindingQuery.parse(Map.of(name, "x".repeat(201))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + name + "' has 201 characters, at most 200 are looked for");
    }

    @Test
    void shouldRepeatOnlyTheBeginningOfAWrongWordAndNoControlCharacters() {
        String hostile = "\u001B[2J\n<script>" + "x".repeat(1 << 20);

        assertThatThrownBy(() -> FindingQuery.parse(Map.of("sort", hostile)))
                .hasMessageStartingWith("'\uFFFD[2J <script>xxx")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(250));
        assertThatThrownBy(() -> FindingQuery.parse(Map.of(hostile, "")))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(250));
        assertThatThrownBy(() -> FindingQuery.parse(Map.of("offset", hostile)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(250));
    }
}
