package io.jenkins.plugins.qualysfargate.engine.history;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.database.H2Database;
import io.jenkins.plugins.qualysfargate.engine.database.Schema;
import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look-up costs by what it gives, not by what is stored: rows and index entries touched, as the database counts them. */
class HistoryCostTest {
    private static final int STORED = 10_000;
    private static final Pattern TOUCHED = Pattern.compile("scanCount: (\\d+)");
    private static final HistoryQuery PAGE = HistoryQuery.newest(50);

    @TempDir
    static Path directory;

    private static H2Database database;

    @BeforeAll
    static void store() {
        Schema schema = HistoryFile.schema(Clock.systemUTC());
        database = new H2Database(directory.resolve("history"), schema, Duration.ofSeconds(10));
        database.write(HistoryCostTest::fill);
    }

    // One in a hundred fails; a hundred image names; each digest is scanned ten times in a row.
    private static int fill(Connection connection) throws SQLException {
        byte[] document = document();
        for (int i = 0; i < STORED; i++) {
            Scans scan = (i % 100 == 7 ? Scans.failing("scan-" + i) : Scans.passing("scan-" + i))
                    .named("registry.example/app-" + i % 100 + ":1." + i)
                    .of(digest(i / 1000 * 100 + i % 100))
                    .at(at(i));
            ImageName name = ImageName.of("registry.example/app-" + i % 100 + ":1." + i);
            long image = ScanRows.keepImage(connection, name.place());
            ScanRows.insert(
                    connection, ScanSummary.of(scan.make()), new ScanRows.Rest(image, name.tag(), null, document));
        }
        return STORED;
    }

    private static byte[] document() {
        try {
            return ScanRecordCodec.write(Scans.broken("one").make());
        } catch (IOException e) {
            throw new AssertionError("nothing is read or written but memory", e);
        }
    }

    private static Digest digest(int number) {
        return new Digest("sha256:" + String.format(Locale.ROOT, "%064x", number));
    }

    private static Instant at(int number) {
        return NOON.plus(Duration.ofMinutes(number));
    }

    private static long touched(SqlQuery query) {
        String plan = database.read(connection -> query.explained().list(connection, row -> row.getString(1)))
                .get(0);
        assertThat(plan).contains("scanCount").doesNotContain("tableScan");
        return TOUCHED.matcher(plan)
                .results()
                .map(MatchResult::group)
                .map(text -> text.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static long image(String place) {
        return database.read(connection -> ScanRows.imageId(connection, place)).orElseThrow();
    }

    @Test
    void shouldTouchAPageWhenAPageIsListed() {
        assertThat(touched(ScanSearch.select(PAGE, null))).isLessThan(60);
        assertThat(touched(ScanSearch.select(PAGE.judged(VerdictKind.FAIL), null)))
                .isLessThan(60);
        assertThat(touched(ScanSearch.select(PAGE.ofDigest(digest(5)), null))).isLessThan(60);
        assertThat(touched(ScanSearch.select(PAGE, image("registry.example/app-7"))))
                .isLessThan(60);
    }

    @Test
    void shouldTouchAPageWhenAPageInTheMiddleIsListed() {
        PageToken middle = new PageToken(at(STORED / 2), new ScanId("scan-5000"));

        assertThat(touched(ScanSearch.select(PAGE.after(middle), null))).isLessThan(60);
        assertThat(touched(ScanSearch.select(PAGE.after(middle).judged(VerdictKind.FAIL), null)))
                .isLessThan(60);
        assertThat(touched(ScanSearch.select(PAGE.after(middle), image("registry.example/app-7"))))
                .isLessThan(60);
        assertThat(touched(ScanSearch.select(PAGE.until(at(STORED / 2)), null))).isLessThan(60);
    }

    @Test
    void shouldTouchFewRowsForTheCache() {
        assertThat(touched(CompleteScans.latest(digest(905), Platform.LINUX_AMD64)))
                .isLessThan(5);
        assertThat(touched(CompleteScans.latest(Scans.digest('f'), Platform.LINUX_AMD64)))
                .isLessThan(5);
    }

    @Test
    void shouldTouchFewRowsForEachOfManyDigests() {
        assertThat(touched(LatestScans.select(digest(905)))).isLessThan(5);
        assertThat(touched(LatestScans.select(Scans.digest('f')))).isLessThan(5);
    }

    @Test
    void shouldTouchNoMoreThanTheScansOfTheSameDigestForABaseline() {
        BaselineQuery query = BaselineQuery.previous("registry.example/app-5", Platform.LINUX_AMD64, digest(905));

        assertThat(touched(CompleteScans.previous(query, image("registry.example/app-5"), null)))
                .isLessThan(15);
    }

    @Test
    void shouldTouchAsManyRowsAsASeriesHas() {
        SeriesQuery query = new SeriesQuery("registry.example/app-7", Platform.LINUX_AMD64, at(STORED), 50);

        assertThat(touched(H2Series.newest(query, image("registry.example/app-7"))))
                .isLessThan(60);
    }

    @Test
    void shouldListByGlobWhateverIsStored() {
        List<ScanSummary> few = database.read(connection -> ScanSearch.page(connection, PAGE.ofImage("app-7")));
        List<ScanSummary> many = database.read(connection -> ScanSearch.page(connection, PAGE.ofImage("app-*")));

        assertThat(few).hasSize(50).first().extracting(ScanSummary::judgedAt).isEqualTo(at(9907));
        assertThat(many).hasSize(50).first().extracting(ScanSummary::judgedAt).isEqualTo(at(9999));
    }
}
