package io.jenkins.plugins.qualysfargate.engine.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.report.VerdictJson;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredResultTest {
    @TempDir
    private Path home;

    @Test
    void shouldGiveBackWhatThePageShowsOfAnImage() throws Exception {
        GateRun run = Runs.ofEverything();
        StoredResult result = stored(run);
        JudgedImage judged = run.outcome().images().get(0);

        assertThat(result.verdict())
                .isEqualTo(VerdictKind.FAIL)
                .isEqualTo(run.outcome().verdict());
        assertThat(result.reason()).isEqualTo(run.outcome().reason());
        assertThat(result.images()).hasSize(1);
        StoredImage image = result.images().get(0);
        assertThat(image.name()).isEqualTo(judged.name());
        assertThat(image.digest()).isEqualTo(Runs.DIGEST);
        assertThat(image.platform()).isEqualTo(judged.platform());
        assertThat(image.displayName()).isEqualTo(judged.displayName());
        assertThat(image.judgement()).isEqualTo(judged.judgement());
        assertThat(image.reason()).isEqualTo(judged.verdict().reason());
        assertThat(image.violations()).isNotEmpty();
        assertThat(image.waived()).hasSize(2);
        assertThat(image.novelty()).isNotNull();
        assertThat(image.cause()).isNull();
        assertThat(image.howToFix()).isNull();
        assertThat(image.provenance())
                .isEqualTo(new Provenance(
                        "scan",
                        Runs.NOW,
                        Runs.SCANNED,
                        "QScanner",
                        "4.8.0-2",
                        Set.of(ScanType.PKG, ScanType.SECRET, ScanType.MALWARE),
                        "previous scan of payments-api on 2026-01-21"));
        assertThat(image.rows()).isEqualTo(new RowCounts(5, 2, 1));
    }

    @Test
    void shouldKeepWhyThereIsNoAnswerAndHaveNoPageOfIt() throws Exception {
        StoredResult result = stored(new Runs().imageWithoutReport().run());
        StoredImage image = result.images().get(0);

        assertThat(result.verdict()).isEqualTo(VerdictKind.INDETERMINATE);
        assertThat(image.cause()).isEqualTo(IndeterminateCause.MALFORMED_REPORT);
        assertThat(image.howToFix()).isEqualTo("Scan again.");
        assertThat(image.counts()).isNull();
        assertThat(image.secrets()).isNull();
        assertThat(image.rows()).isNull();
        assertThat(image.displayName()).isEqualTo("out/x-Report.sarif.json");
        assertThatThrownBy(() -> result.page(0, FindingQuery.DEFAULT))
                .isInstanceOf(ResultUnavailableException.class)
                .hasMessageContainingAll("image 1", "The report ends inside a string.", "Scan again.");
    }

    @Test
    void shouldKeepARunOverNoImageIndeterminate() throws Exception {
        StoredResult result = stored(new Runs().run());

        assertThat(result.verdict()).isEqualTo(VerdictKind.INDETERMINATE);
        assertThat(result.images()).isEmpty();
        assertThatThrownBy(() -> result.page(0, FindingQuery.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are 0");
    }

    @Test
    void shouldKeepTheImagesOfARunApart() throws Exception {
        Finding one = Runs.finding("1", Severity.LOW, "one", "CVE-2020-0001");
        Finding two = Runs.finding("2", Severity.HIGH, "two", "CVE-2020-0002");
        StoredResult result = stored(new Runs()
                .image(Runs.report(List.of(one), List.of(), List.of()), null)
                .imageWithoutReport()
                .image(Runs.report(List.of(two), List.of(), List.of()), null)
                .image(Runs.report(List.of(), List.of(), List.of()), null)
                .run());

        assertThat(result.page(0, FindingQuery.DEFAULT).rows())
                .extracting(FindingRow::id)
                .containsExactly("1");
        assertThat(result.page(2, FindingQuery.DEFAULT).rows())
                .extracting(FindingRow::id)
                .containsExactly("2");
        assertThat(result.page(3, FindingQuery.DEFAULT).rows()).isEmpty();
        assertThat(result.page(3, FindingQuery.DEFAULT).total()).isZero();
    }

    @Test
    void shouldServeTheVerdictAsEveryOtherReaderKnowsIt() throws Exception {
        GateRun run = Runs.ofEverything();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new VerdictJson().write(run.outcome(), written);

        assertThat(stored(run).verdictFile()).hasBinaryContent(written.toByteArray());
    }

    @Test
    void shouldUseOnlyNamesThatItMadeItself() throws Exception {
        stored(new Runs()
                .image(Runs.report(Runs.SOME, List.of(), List.of()), null)
                .imageWithoutReport()
                .run());

        assertThat(names(home.resolve("result")))
                .containsExactly("findings-1.jsonl.gz", "result.json.gz", "verdict.json")
                .allMatch(name -> name.matches("[a-z0-9._-]+"));
        assertThat(names(home)).containsExactly("result");
    }

    @Test
    void shouldLeaveNothingBehindWhenTheFindingsCannotBeReadToTheirEnd() throws IOException {
        GateRun run = new Runs()
                .image(Runs.report(Runs.SOME, List.of(), List.of()), null)
                .run();
        GateRun broken = new Runs()
                .image(run.outcome().images().get(0), null)
                .image(Runs.report(new FakeLostFindings(), List.of(), List.of()), null)
                .run();

        assertThatThrownBy(() -> StoredResult.write(broken, home.resolve("result")))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("result", "the disk went away", "Check that");
        assertThat(names(home)).isEmpty();
    }

    @Test
    void shouldRefuseAReportThatGivesAnotherNumberOfFindingsThanItSays() throws IOException {
        Findings fewer = new Findings() {
            @Override
            public long count() {
                return Runs.SOME.size() + 1L;
            }

            @Override
            public Iterator<Finding> iterator() {
                return Runs.SOME.iterator();
            }
        };

        assertThatThrownBy(() -> StoredResult.write(Runs.of(fewer), home.resolve("result")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("says it has 6 findings and gave 5");
        assertThat(names(home)).isEmpty();
    }

    @Test
    void shouldNotWriteOverAnotherResult() throws Exception {
        stored(Runs.ofEverything());
        List<Path> before = files();

        assertThatThrownBy(() -> StoredResult.write(new Runs().run(), home.resolve("result")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is something of that name already");
        assertThat(files()).isEqualTo(before);
        assertThat(StoredResult.open(home.resolve("result")).verdict()).isEqualTo(VerdictKind.FAIL);
    }

    @Test
    void shouldNameTheDirectoryThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        assertThatThrownBy(() -> StoredResult.write(Runs.ofEverything(), file.resolve("result")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.resolve("result").toString());
    }

    private StoredResult stored(GateRun run) throws IOException, ResultUnavailableException {
        StoredResult.write(run, home.resolve("result"));
        return StoredResult.open(home.resolve("result"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.sorted().toList();
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Can be judged and breaks in the middle of every later reading, as a file on a lost disk does. */
    private static final class FakeLostFindings implements Findings {
        private static final int COUNT = 10;
        private int readings;

        @Override
        public long count() {
            return COUNT;
        }

        @Override
        public Iterator<Finding> iterator() {
            boolean whole = readings++ == 0;
            return IntStream.range(0, COUNT)
                    .mapToObj(i -> {
                        if (i == COUNT / 2 && !whole) {
                            throw new UncheckedIOException(new IOException("the disk went away"));
                        }
                        return Runs.SOME.get(0);
                    })
                    .iterator();
        }
    }
}
