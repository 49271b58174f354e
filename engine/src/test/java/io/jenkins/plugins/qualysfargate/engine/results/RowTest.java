package io.jenkins.plugins.qualysfargate.engine.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowTest {
    private static final Shortened<String> NO_CVES = new Shortened<>(List.of(), 0);
    private static final Shortened<RowPackage> NO_PACKAGES = new Shortened<>(List.of(), 0);

    @TempDir
    private Path home;

    @Test
    void shouldGiveRowsWorstFirstWithAllThatATableNeeds() throws Exception {
        List<FindingRow> rows = rows(Runs.ofEverything());

        assertThat(rows)
                .extracting(FindingRow::id)
                .containsExactly("Linux.Miner", "aws-key", "178901", "private-key", "178902", "980901", "178903", "9");
        assertThat(rows.get(2))
                .isEqualTo(new FindingRow(
                        RowKind.FINDING,
                        "178901",
                        Severity.CRITICAL,
                        "Debian Security Update for zlib",
                        new Shortened<>(List.of("CVE-2022-37434", "CVE-2018-25032"), 0),
                        new Shortened<>(
                                List.of(
                                        new RowPackage("zlib1g", "1:1.2.11", "1:1.2.13", "/usr/lib/libz.so.1"),
                                        new RowPackage("zlib1g-dev", "1:1.2.11", "1:1.2.13", null)),
                                0),
                        true,
                        9.8,
                        68.0,
                        true,
                        Runs.SCANNED,
                        List.of(),
                        false,
                        false,
                        null,
                        false));
    }

    @Test
    void shouldTellWhatIsNewAndSinceWhenTheRestIsKnown() throws Exception {
        assertThat(rows(Runs.ofEverything()))
                .filteredOn(row -> row.kind() == RowKind.FINDING)
                .extracting(FindingRow::id, FindingRow::isNew, FindingRow::firstSeen)
                .containsExactly(
                        tuple("178901", true, Runs.SCANNED),
                        tuple("178902", false, null),
                        tuple("980901", true, null),
                        tuple("178903", false, Runs.LONG_AGO),
                        tuple("9", true, null));
    }

    @Test
    void shouldCallNothingNewOrKnownWhereNothingWasCompared() throws Exception {
        assertThat(rows(Runs.of(Runs.SOME)))
                .hasSize(Runs.SOME.size())
                .allMatch(row -> row.isNew() == null && row.firstSeen() == null);
    }

    @Test
    void shouldNameTheExceptionOfWhatIsWaived() throws Exception {
        assertThat(rows(Runs.ofEverything()))
                .filteredOn(FindingRow::waived)
                .extracting(FindingRow::id, FindingRow::waivers)
                .containsExactly(
                        tuple("aws-key", List.of(new RowWaiver("EX-8", "app-team", "2026-02-28"))),
                        tuple("178903", List.of(new RowWaiver("EX-7", "platform-team", "2026-06-30"))));
    }

    @Test
    void shouldTellPotentialAndSuppressedFindings() throws Exception {
        List<FindingRow> rows = rows(Runs.ofEverything());

        assertThat(rows)
                .filteredOn(FindingRow::potential)
                .extracting(FindingRow::id)
                .containsExactly("980901");
        assertThat(rows)
                .filteredOn(FindingRow::suppressed)
                .extracting(FindingRow::id)
                .containsExactly("178902");
    }

    @Test
    void shouldSayWhereSecretsAndMalwareLie() throws Exception {
        List<FindingRow> rows = rows(Runs.ofEverything());

        assertThat(rows.get(0))
                .isEqualTo(located(
                        RowKind.MALWARE, "Linux.Miner", "Linux.Miner", List.of(), new RowPlace("", "/tmp/x", 0, 0)));
        assertThat(rows.get(1))
                .isEqualTo(located(
                        RowKind.SECRET,
                        "aws-key",
                        "AWS access key id",
                        List.of(new RowWaiver("EX-8", "app-team", "2026-02-28")),
                        new RowPlace("AWS", "/app/.env", 3, 4)));
    }

    private static FindingRow located(RowKind kind, String id, String title, List<RowWaiver> waivers, RowPlace place) {
        return new FindingRow(
                kind,
                id,
                Severity.CRITICAL,
                title,
                NO_CVES,
                NO_PACKAGES,
                false,
                null,
                null,
                null,
                null,
                waivers,
                false,
                false,
                place,
                false);
    }

    @Test
    void shouldListTheFirstOfManyPackagesAndCvesAndCountTheRest() throws Exception {
        List<String> cves = IntStream.range(0, 1_000)
                .mapToObj(i -> "CVE-2020-" + (10_000 + i))
                .toList();
        List<AffectedPackage> packages = IntStream.range(0, 1_000)
                .mapToObj(i -> Runs.part("p" + i, "1", null))
                .toList();
        FindingRow row = row(new Finding("1", Severity.LOW, "many", cves, null, null, packages, false, false));

        assertThat(row.cves().listed()).hasSize(50).isEqualTo(cves.subList(0, 50));
        assertThat(row.cves().more()).isEqualTo(950);
        assertThat(row.packages().listed()).hasSize(20);
        assertThat(row.packages().more()).isEqualTo(980);
        assertThat(row.cut()).isTrue();
    }

    @Test
    void shouldCallARowFixableEvenIfThePackageWithTheFixIsLeftOut() throws Exception {
        List<AffectedPackage> packages = new ArrayList<>(Collections.nCopies(999, Runs.part("p", "1", null)));
        packages.add(Runs.part("q", "1", "2"));

        assertThat(row(new Finding("1", Severity.LOW, "", List.of(), null, null, packages, false, false))
                        .fixable())
                .isTrue();
    }

    @Test
    void shouldKeepNoTextOfAnyLengthWhole() throws Exception {
        String huge = "<b>x".repeat(1 << 18);
        AffectedPackage part = new AffectedPackage(huge, huge, huge, huge, huge);
        List<FindingRow> rows = rows(new Runs()
                .image(
                        Runs.report(
                                List.of(new Finding(
                                        huge,
                                        Severity.LOW,
                                        huge,
                                        Collections.nCopies(600, huge),
                                        Double.NaN,
                                        Double.POSITIVE_INFINITY,
                                        Collections.nCopies(300, part),
                                        false,
                                        false)),
                                List.of(new Secret(huge, huge, Severity.LOW, huge, huge, 1, 2)),
                                List.of(new Malware(huge, Severity.LOW, huge))),
                        null)
                .run());

        assertThat(rows).hasSize(3).allSatisfy(row -> {
            assertThat(row.toString().length()).isLessThan(40_000);
            assertThat(row.id()).startsWith("<b>x").endsWith("…").hasSize(201);
            assertThat(row.cut()).isTrue();
        });
        assertThat(rows.get(2).title()).hasSize(501);
        assertThat(rows.get(2).cvss()).isNull();
        assertThat(rows.get(2).qds()).isNull();
        long cves = rows.get(2).cves().listed().size() + rows.get(2).cves().more();
        assertThat(cves).isEqualTo(600);
        assertThat(rows.get(2).packages().listed().size()
                        + rows.get(2).packages().more())
                .isEqualTo(300);
    }

    @Test
    void shouldMakeHostileTextOneLineThatIsUnicode() throws Exception {
        FindingRow row = row(Runs.finding(
                "1\n2\u0000", Severity.LOW, "</script>\r\n\u001B[31m\u202Etxt.exe \uD800 \u2028", "CVE\t1"));

        assertThat(row.id()).isEqualTo("1 2\uFFFD");
        assertThat(row.title()).isEqualTo("</script>  \uFFFD[31m\uFFFDtxt.exe \uFFFD  ");
        assertThat(row.cves().listed()).containsExactly("CVE 1");
    }

    private FindingRow row(Finding finding) throws Exception {
        return rows(Runs.of(List.of(finding))).get(0);
    }

    private List<FindingRow> rows(GateRun run) throws Exception {
        StoredResult.write(run, home.resolve("result"));
        return StoredResult.open(home.resolve("result"))
                .page(0, FindingQuery.DEFAULT)
                .rows();
    }
}
