package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One scan with its last days. */
public final class SubjectView {
    private final Standing standing;
    private final List<Occurrence> occurrences;
    private final Instant now;

    /** @param settled of the last days, the earliest first */
    SubjectView(Standing standing, List<Occurrence> settled, Instant now) {
        this.standing = standing;
        this.occurrences = withLatest(standing.latest(), settled);
        this.now = now;
    }

    /** What is still under way is not on record yet. */
    private static List<Occurrence> withLatest(@CheckForNull Occurrence latest, List<Occurrence> settled) {
        List<Occurrence> all = new ArrayList<>(settled);
        if (latest != null) {
            all.removeIf(each -> each.key().equals(latest.key()));
            all.add(latest);
        }
        return all;
    }

    public ScanRow getRow() {
        return new ScanRow(standing);
    }

    public String getSubjectId() {
        return standing.subjectId();
    }

    public List<DayCell> getDays() {
        return DayCell.of(occurrences, now);
    }

    /** The latest first. */
    public List<OccurrenceRow> getOccurrences() {
        List<Occurrence> latestFirst = new ArrayList<>(occurrences);
        Collections.reverse(latestFirst);
        return latestFirst.stream().map(OccurrenceRow::new).toList();
    }
}
