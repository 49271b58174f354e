package io.jenkins.plugins.qualysfargate.engine.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingPageTest {
    @TempDir
    private Path home;

    @Test
    void shouldCountWhatMatchesOnThePageAndOffIt() throws Exception {
        FindingPage page = page(Runs.ofEverything(), "severity", "critical,high", "offset", "1", "limit", "2");

        assertThat(page.rows()).extracting(FindingRow::id).containsExactly("aws-key", "178901");
        assertThat(page.total()).isEqualTo(8);
        assertThat(page.matching()).isEqualTo(6);
        assertThat(page.offset()).isEqualTo(1);
        assertThat(page.limit()).isEqualTo(2);
        assertThat(page.bySeverity().of(Severity.CRITICAL)).isEqualTo(3);
        assertThat(page.bySeverity().of(Severity.HIGH)).isEqualTo(3);
        assertThat(page.bySeverity().of(Severity.MEDIUM)).isZero();
        assertThat(page.undecided()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kind=secret                 | aws-key private-key
                    kind=malware                | Linux.Miner
                    severity=unknown            | 9
                    new=true                    | 178901 980901 9
                    fixable=true                | 178901
                    waived=hide&kind=finding    | 178901 178902 980901 9
                    package=ZLIB1G-D            | 178901
                    cve=cve-2022                | 178901
                    text=178                    | 178901 178902 178903
                    text=update for TAR         | 178903
                    text=PyYaml                 | 980901
                    text=requirements.txt       | 980901
                    text=id_rsa                 | private-key
                    text=CVE-2005-2541          | 178903
                    text=.                      | Linux.Miner aws-key 178901 private-key 980901
                    text=178.*                  |
                    cve=zlib                    |
                    package=178901              |
                    text=update&package=expat   |
                    """)
    void shouldShowWhatIsAskedFor(String query, String ids) throws Exception {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&")) {
            parameters.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        FindingPage page = stored(Runs.ofEverything()).page(0, FindingQuery.parse(parameters));

        assertThat(page.rows()).extracting(FindingRow::id).isEqualTo(ids == null ? List.of() : List.of(ids.split(" ")));
        assertThat(page.matching()).isEqualTo(page.rows().size());
        assertThat(page.total()).isEqualTo(8);
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(SortKey.SEVERITY, "Linux.Miner aws-key 178901 private-key 178902 980901 178903 9", 8),
                Arguments.of(SortKey.ID, "9 178901 178902 178903 980901 aws-key Linux.Miner private-key", 8),
                Arguments.of(SortKey.TITLE, "9 aws-key 178901 Linux.Miner private-key 178902 980901 178903", 8),
                Arguments.of(SortKey.PACKAGE, "aws-key private-key Linux.Miner 980901 178903 178901 178902 9", 6),
                Arguments.of(SortKey.CVE, "178903 980901 178901 9 Linux.Miner aws-key private-key 178902", 4),
                Arguments.of(SortKey.CVSS, "9 178901 Linux.Miner aws-key private-key 178902 980901 178903", 2),
                Arguments.of(SortKey.QDS, "980901 178901 Linux.Miner aws-key private-key 178902 178903 9", 2),
                Arguments.of(SortKey.FIRST_SEEN, "178903 178901 Linux.Miner aws-key private-key 178902 980901 9", 2));
    }

    /** @param withKey how many of the ids have a value for the key; the others come last both ways, worst first */
    @ParameterizedTest
    @MethodSource("orders")
    void shouldSortByEveryKeyBothWaysAndPutWhatHasNoneLast(SortKey key, String ids, int withKey) throws Exception {
        List<String> ascending = List.of(ids.split(" "));
        List<String> descending = new ArrayList<>(ascending.subList(0, withKey));
        Collections.reverse(descending);
        descending.addAll(ascending.subList(withKey, ascending.size()));
        StoredResult result = stored(Runs.ofEverything());

        assertThat(ids(result, key, false)).isEqualTo(ascending);
        if (key == SortKey.SEVERITY) {
            // Of one severity the order of the file stays, whichever way the severities are.
            assertThat(ids(result, key, true))
                    .containsExactly(
                            "9", "178903", "private-key", "178902", "980901", "Linux.Miner", "aws-key", "178901");
        } else {
            assertThat(ids(result, key, true)).isEqualTo(descending);
        }
    }

    @Test
    void shouldSortWhatIsFixableOrNewFirst() throws Exception {
        StoredResult result = stored(Runs.ofEverything());

        assertThat(ids(result, SortKey.FIXABLE, false)).first().isEqualTo("178901");
        assertThat(ids(result, SortKey.FIXABLE, true)).last().isEqualTo("178901");
        assertThat(ids(result, SortKey.NEW, false))
                .containsExactly("178901", "980901", "9", "178902", "178903", "Linux.Miner", "aws-key", "private-key");
        assertThat(ids(result, SortKey.NEW, true))
                .containsExactly("178902", "178903", "178901", "980901", "9", "Linux.Miner", "aws-key", "private-key");
    }

    static Stream<Arguments> everySort() {
        return Stream.of(SortKey.values()).flatMap(key -> Stream.of(Arguments.of(key, false), Arguments.of(key, true)));
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void shouldCoverEachRowExactlyOnceWhenPaged(SortKey key, boolean descending) throws Exception {
        // So many that the file has several blocks, and so alike that most keys are equal.
        List<Finding> findings = IntStream.range(0, 1_500)
                .mapToObj(i -> new Finding(
                        String.valueOf(i),
                        Severity.values()[i * 7 % 6],
                        "title " + i % 3,
                        i % 4 == 0 ? List.of() : List.of("CVE-2020-" + i % 5),
                        i % 5 == 0 ? null : (double) (i % 11),
                        i % 7 == 0 ? null : (double) (i % 3),
                        List.of(new AffectedPackage("p" + i % 9, "1", i % 2 == 0 ? "2" : null, "/x".repeat(50), null)),
                        false,
                        false))
                .toList();
        StoredResult result = stored(Runs.of(findings));
        List<FindingRow> paged = new ArrayList<>();
        FindingPage page;
        do {
            page = result.page(0, query(key, descending, paged.size(), 67));
            assertThat(page.matching()).isEqualTo(1_500);
            paged.addAll(page.rows());
        } while (!page.rows().isEmpty());

        assertThat(paged).extracting(FindingRow::id).hasSize(1_500).doesNotHaveDuplicates();
        List<FindingRow> atOnce = new ArrayList<>();
        for (int offset = 0; offset < 1_500; offset += 500) {
            atOnce.addAll(result.page(0, query(key, descending, offset, 500)).rows());
        }
        assertThat(paged).isEqualTo(atOnce);
    }

    @Test
    void shouldGiveNoRowsBeyondTheLastAndStillCount() throws Exception {
        StoredResult result = stored(Runs.ofEverything());

        for (SortKey key : SortKey.values()) {
            FindingPage page = result.page(0, query(key, true, FindingQuery.LARGEST_OFFSET, 500));
            assertThat(page.rows()).isEmpty();
            assertThat(page.matching()).isEqualTo(8);
        }
    }

    @Test
    void shouldSayThatARowMayMatchWhoseListsAreNotKeptWhole() throws Exception {
        List<AffectedPackage> many = IntStream.range(0, 1_000)
                .mapToObj(i -> Runs.part("part-" + i, "1", null))
                .toList();
        Finding cut = new Finding("1", Severity.LOW, "many", List.of(), null, null, many, false, false);
        Finding whole = Runs.finding("2", Severity.LOW, "few", "CVE-2020-1", Runs.part("zlib", "1", null));
        StoredResult result = stored(Runs.of(List.of(cut, whole)));

        assertThat(result.page(0, FindingQuery.parse(Map.of("package", "part-199"))))
                .extracting(FindingPage::matching, FindingPage::undecided)
                .containsExactly(1L, 0L);
        assertThat(result.page(0, FindingQuery.parse(Map.of("package", "part-999"))))
                .extracting(FindingPage::matching, FindingPage::undecided)
                .containsExactly(0L, 1L);
        assertThat(result.page(0, FindingQuery.parse(Map.of("package", "part-999", "severity", "high"))))
                .extracting(FindingPage::matching, FindingPage::undecided)
                .containsExactly(0L, 0L);
    }

    @Test
    void shouldSayThatNobodyKnowsWhatIsNewWhereNothingWasCompared() throws Exception {
        FindingPage page = page(Runs.of(Runs.SOME), "new", "true");

        assertThat(page.matching()).isZero();
        assertThat(page.undecided()).isEqualTo(Runs.SOME.size());
    }

    @ParameterizedTest
    @CsvSource({"STRASSE, Große Straße", "straße, GROSSE STRASSE", "οδος, ΜΙΑ ΟΔΟΣΑ", "дыра, Большая ДЫРА", "\u212A, k"
    })
    void shouldFindTextInAnyScriptWhateverItsCase(String wanted, String title) throws Exception {
        assertThat(page(Runs.of(List.of(Runs.finding("1", Severity.LOW, title, "CVE-2020-1"))), "text", wanted)
                        .matching())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(.*a){99}", "[", "\\", "%", "' OR 1=1 --", "<script>", "a*b"})
    void shouldTakeAPatternForPlainText(String wanted) throws Exception {
        List<Finding> findings = List.of(
                Runs.finding("1", Severity.LOW, "a".repeat(499) + "!", "CVE-2020-1"),
                Runs.finding("2", Severity.LOW, "<script> (a+)+$ (.*a){99} [ \\ % ' OR 1=1 -- a*b", "CVE-2020-2"));

        assertThat(page(Runs.of(findings), "text", wanted).rows())
                .extracting(FindingRow::id)
                .containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {".*", "^1", "a{2}", "\\u0031", "\u0000", "\uD800", "a|1", "(?i)A"})
    void shouldFindNothingForAPatternThatDoesNotStandThere(String wanted) throws Exception {
        assertThat(page(Runs.of(List.of(Runs.finding("1", Severity.LOW, "aaa 1", "CVE-2020-1"))), "text", wanted)
                        .matching())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"aab, aaaab, 1", "abab, abacabab, 1", "aaab, aabaabaab, 0", "abcabd, abcabcabd, 1", "aa, a, 0"})
    void shouldFindATextThatBeginsAnewInsideOfItself(String wanted, String title, int matching) throws Exception {
        assertThat(page(Runs.of(List.of(Runs.finding("1", Severity.LOW, title, "CVE-2020-1"))), "text", wanted)
                        .matching())
                .isEqualTo(matching);
    }

    @Test
    void shouldNotTakeLongForATextThatNearlyMatchesEverywhere() throws Exception {
        AffectedPackage hostile = new AffectedPackage("a".repeat(200), "", null, "a".repeat(400), null);
        List<Finding> findings = IntStream.range(0, 3_000)
                .mapToObj(i -> Runs.finding(
                        String.valueOf(i),
                        Severity.LOW,
                        "a".repeat(500),
                        "CVE-2020-1",
                        Collections.nCopies(25, hostile).toArray(AffectedPackage[]::new)))
                .toList();
        StoredResult result = stored(Runs.of(findings));
        FindingQuery query = FindingQuery.parse(Map.of("text", "a".repeat(199) + "b"));

        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(result.page(0, query).matching()).isZero();
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        // 47 million characters; looked at 200 times each they would take several times as long.
        assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofMillis(2_500));
    }

    @Test
    void shouldRefuseAnImageThatIsNotThere() throws Exception {
        StoredResult result = stored(Runs.ofEverything());

        for (int image : new int[] {-1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> result.page(image, FindingQuery.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there is no image " + image + "; there are 1, counted from 0");
        }
    }

    private static List<String> ids(StoredResult result, SortKey key, boolean descending) throws Exception {
        return result.page(0, query(key, descending, 0, 50)).rows().stream()
                .map(FindingRow::id)
                .toList();
    }

    private static FindingQuery query(SortKey key, boolean descending, int offset, int limit) {
        return FindingQuery.parse(Map.of(
                "sort", key.word(),
                "order", descending ? "descending" : "ascending",
                "offset", String.valueOf(offset),
                "limit", String.valueOf(limit)));
    }

    private FindingPage page(GateRun run, String... parts) throws Exception {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            parameters.put(parts[i], parts[i + 1]);
        }
        return stored(run).page(0, FindingQuery.parse(parameters));
    }

    private StoredResult stored(GateRun run) throws Exception {
        StoredResult.write(run, home.resolve("result"));
        return StoredResult.open(home.resolve("result"));
    }
}
