package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.Kind;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Occurrences in a ledger: by monitor and subject, in the order in which they were due. */
public final class OccurrenceEntries {
    private static final int LONGEST_ID = 440;
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private OccurrenceEntries() {}

    /** Those of one subject that were due since then, the earliest first. */
    public static List<Occurrence> list(Ledger ledger, TrackKey track, Instant dueFrom, int limit) {
        return ledger.ofId(EntryKind.OCCURRENCE, id(track), SORTABLE.format(dueFrom), limit).stream()
                .map(entry -> RecordJson.read(entry.document(), Occurrence.class))
                .toList();
    }

    /** True if it is worth keeping: what is pending is found again by itself. */
    static boolean kept(Occurrence occurrence) {
        return occurrence.now().state().kind() != Kind.PENDING || occurrence.first() != null;
    }

    static Entry entry(Occurrence occurrence, Duration keepFor) {
        Instant due = occurrence.key().dueAt();
        TrackKey track =
                new TrackKey(occurrence.key().monitorId(), occurrence.key().subjectId());
        return new Entry(
                new EntryKey(
                        EntryKind.OCCURRENCE,
                        id(track),
                        SORTABLE.format(due) + "#" + occurrence.key().scheduleHash()),
                0,
                occurrence.now().state().name(),
                due,
                RecordJson.write(occurrence),
                due.plus(keepFor));
    }

    /** Monitor and subject; a subject's id that is too long is cut and told apart by a hash. */
    public static String id(TrackKey track) {
        return track.monitorId() + "/" + BoundedText.key(track.subjectId(), LONGEST_ID);
    }
}
