package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.json.JsonDocument;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run left in a directory: its verdict and images in memory, its findings in files that are read page by page.
 * What cannot be read whole is an exception; it never is a pass, and never a part.
 */
public final class StoredResult {
    private final Path directory;
    private final Index index;
    private final VerdictKind verdict;
    private final String reason;
    private final List<StoredImage> images;

    private StoredResult(Path directory, Index index, Fields outcome) {
        this.directory = directory;
        this.index = index;
        this.verdict = outcome.constant("verdict", VerdictKind.class);
        this.reason = VerdictReader.line(outcome, "reason");
        this.images = images(index, outcome);
        if (verdict
                != VerdictKind.worst(images.stream().map(StoredImage::verdict).toList())) {
            throw outcome.wrong("verdict", "the worst of its images");
        }
    }

    private static List<StoredImage> images(Index index, Fields outcome) {
        List<Fields> written = outcome.objects("images");
        if (written.size() != index.images().size()) {
            throw outcome.wrong("images", "of the " + index.images().size() + " images that were written");
        }
        List<StoredImage> images = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            images.add(new VerdictReader(written.get(i), index.images().get(i)).read());
        }
        return List.copyOf(images);
    }

    /**
     * Writes the run into a directory that is not there yet. It is there when all of it is written, and not before.
     *
     * @throws IOException naming the directory; then there is none
     */
    public static void write(GateRun run, Path directory) throws IOException {
        new ResultWriter(run, directory).write();
    }

    /**
     * Opens what was written into the directory. Findings are not read yet, but their files are there.
     *
     * @throws ResultUnavailableException if anything is missing, cut, of another version or not what was written
     */
    public static StoredResult open(Path directory) throws ResultUnavailableException {
        Path index = Layout.index(directory);
        Index read = Reading.of("open the stored result", index, () -> Index.read(index));
        for (int i = 0; i < read.images().size(); i++) {
            SealedRows rows = read.images().get(i).rows();
            if (rows != null) {
                Path file = Layout.rows(directory, i);
                Reading.of("find the stored findings of image " + (i + 1), file, () -> {
                    rows.seal().checkLength(file);
                    return file;
                });
            }
        }
        Path verdict = Layout.verdict(directory);
        return Reading.of("read the stored verdict", verdict, () -> {
            read.verdict().check(verdict);
            return new StoredResult(
                    directory,
                    read,
                    Layout.known(new JsonDocument(verdict, Layout.VERDICT_LIMITS)
                            .read(cursor -> Fields.read(cursor, "the verdict"))));
        });
    }

    /** The answer for all images. */
    public VerdictKind verdict() {
        return verdict;
    }

    /** One sentence for people: why the answer is so. */
    public String reason() {
        return reason;
    }

    /** In the order in which they were judged. */
    public List<StoredImage> images() {
        return images;
    }

    /** The verdict as the JSON object that {@code contracts/verdict.schema.json} describes. */
    public Path verdictFile() {
        return Layout.verdict(directory);
    }

    /**
     * Reads a page of the findings, secrets and malware of one image.
     *
     * @param image counted from 0
     * @throws IllegalArgumentException if there is no such image
     * @throws ResultUnavailableException if there was no report of the image, or its file is not what was written
     */
    public FindingPage page(int image, FindingQuery query) throws ResultUnavailableException {
        if (image < 0 || image >= images.size()) {
            throw new IllegalArgumentException(
                    "there is no image " + image + "; there are " + images.size() + ", counted from 0");
        }
        Path file = Layout.rows(directory, image);
        SealedRows rows = index.images().get(image).rows();
        String attempted = "list the findings of image " + (image + 1);
        if (rows == null) {
            StoredImage unknown = images.get(image);
            throw new ResultUnavailableException(
                    attempted,
                    file,
                    "There was no report of it: " + unknown.reason(),
                    String.valueOf(unknown.howToFix()));
        }
        return Reading.of(attempted, file, () -> {
            rows.seal().check(file);
            RowScan scan = new JsonDocument(file, Layout.ROW_LIMITS, () -> Layout.unzipped(file))
                    .read(cursor -> RowScan.read(cursor, query, rows.counts()));
            return new FindingPage(
                    pick(file, rows.blocks(), scan.page()),
                    query.offset(),
                    query.limit(),
                    rows.counts().total(),
                    scan.bySeverity().total(),
                    scan.bySeverity(),
                    scan.undecided());
        });
    }

    private static List<FindingRow> pick(Path file, List<RowBlock> blocks, List<Candidate> page) throws IOException {
        List<Candidate> inFile =
                page.stream().sorted(Comparator.comparingLong(Candidate::start)).toList();
        List<FindingRow> read = new JsonDocument(file, Layout.ROW_LIMITS, () -> new PickedRows(file, blocks, inFile))
                .read(RowReader::all);
        if (read.size() != page.size()) {
            throw new DamagedResultException(
                    "It gave " + read.size() + " rows where " + page.size() + " were found before.");
        }
        Map<Candidate, FindingRow> found = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            found.put(inFile.get(i), read.get(i));
        }
        return page.stream().map(found::get).toList();
    }
}
