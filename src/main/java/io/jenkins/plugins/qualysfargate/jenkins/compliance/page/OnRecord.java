package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.resubmit.MakeUpAttempt;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.CheckUnavailableException;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.kohsuke.stapler.Stapler;

/** What is on record, read when a page shows it. */
public final class OnRecord {
    private static final int INCIDENTS = 10;
    private static final int JOURNAL = 50;
    private static final int MOST_OCCURRENCES = 3_000;

    OnRecord() {
        // Reads when it is asked.
    }

    /** Nothing is on record as long as nothing is checked; why that is so stands at the head of every page. */
    private static <T> T read(Function<ScanCompliance, T> reading, T nothing) {
        try {
            return ComplianceCheck.get().with(reading);
        } catch (CheckUnavailableException closed) {
            return nothing;
        }
    }

    /** Open incidents and those that were resolved lately, the open ones first, the latest first. */
    public Slice<IncidentView> getIncidents() {
        List<Incident> all = read(check -> check.incidents().list(), List.<Incident>of()).stream()
                .sorted(Comparator.comparing((Incident each) -> !each.open())
                        .thenComparing(Incident::openedAt, Comparator.reverseOrder()))
                .toList();
        return Slice.of(all, page(), INCIDENTS).map(IncidentView::new);
    }

    /** The latest days of what the page of scans has, too. */
    Slice<SubjectView> calendars(Slice<Standing> scans, Instant now) {
        return read(
                check -> scans.map(each ->
                        new SubjectView(each, check.occurrences(each.key(), DayCell.from(now), MOST_OCCURRENCES), now)),
                Slice.of(List.of(), 1, 1));
    }

    /** Those that people opened, and those of the file. */
    public List<PauseRow> getPauses() {
        Instant now = CompliancePage.now();
        List<PauseRow> rows = new ArrayList<>();
        read(check -> check.pauses().list(), List.<Pause>of()).forEach(each -> rows.add(new PauseRow(each, now, true)));
        ComplianceSettings settings = CompliancePage.status().settings();
        if (settings != null) {
            settings.maintenance().stream()
                    .filter(each -> each.until().isAfter(now))
                    .forEach(each -> rows.add(new PauseRow(each, now, false)));
        }
        return rows;
    }

    /** Attempts to make up for failed runs, the latest first. */
    public Slice<AttemptRow> getAttempts() {
        return Slice.of(
                        read(check -> check.resubmissions().list(), List.<MakeUpAttempt>of()),
                        page(),
                        CompliancePage.PER_PAGE)
                .map(AttemptRow::new);
    }

    /** The audit trail, the latest first. */
    public Slice<JournalRow> getJournal() {
        int wanted = page();
        return read(check -> journal(check, wanted), Slice.of(List.of(), 1, JOURNAL));
    }

    private static Slice<JournalRow> journal(ScanCompliance check, int wanted) {
        long last = check.ledger().head().sequence();
        int pages = (int) Math.max(1, (last + JOURNAL - 1) / JOURNAL);
        int page = Math.min(wanted, pages);
        long end = last - (page - 1L) * JOURNAL;
        long from = Math.max(1, end - JOURNAL + 1);
        List<JournalEntry> entries =
                new ArrayList<>(end < from ? List.of() : check.ledger().journal(from, (int) (end - from + 1)));
        Collections.reverse(entries);
        return new Slice<>(entries, (int) Math.min(last, Integer.MAX_VALUE), page, pages).map(JournalRow::new);
    }

    private static int page() {
        return ScanQuery.page(Stapler.getCurrentRequest2());
    }
}
