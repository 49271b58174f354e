package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.Scope;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads maintenance windows, and the times in which nothing is started again. */
final class PauseReader {
    private static final List<String> KEYS =
            List.of("id", "reason", "by", "from", "until", "schedule", "length", "match");
    private static final List<String> MATCH_KEYS = List.of("monitor", "tag", "source", "zone");
    private static final Instant ALWAYS_FROM = Instant.EPOCH;
    private static final Instant ALWAYS_UNTIL = Instant.parse("9999-01-01T00:00:00Z");
    private static final Glob ALL = new Glob("*");

    private final ZoneId zone;
    private final Ids<SourceSettings> sources;

    PauseReader(ZoneId zone, Ids<SourceSettings> sources) {
        this.zone = zone;
        this.sources = sources;
    }

    /** @param all true if it is for everything unless it says for what */
    void read(Value item, boolean all, Ids<Pause> into) {
        Section section = item.section(KEYS);
        if (section == null) {
            return;
        }
        String id = into.claim(section, Forms.ID);
        String reason = section.required("reason", TextForm.SENTENCE);
        String by = section.read("by", it -> it.text(TextForm.SENTENCE), "");
        Instant from = section.optional("from", it -> Moments.instant(it, zone));
        Instant until = section.optional("until", it -> Moments.instant(it, zone));
        Scope scope = scope(section, all);
        Schedule schedule = schedule(section, id == null ? "" : id);
        Duration length = section.optional("length", it -> it.duration(Duration.ofMinutes(1), Duration.ofDays(60)));
        if (!isWhole(section)) {
            return;
        }
        Instant begin = from == null ? ALWAYS_FROM : from;
        Instant end = until == null ? ALWAYS_UNTIL : until;
        if (!begin.isBefore(end)) {
            section.refuse("until", "is not after from");
        } else if (id != null && reason != null && scope != null && (schedule == null) == (length == null)) {
            into.put(id, new Pause(id, Pause.Kind.MAINTENANCE, scope, begin, end, schedule, length, by, reason));
        }
    }

    private @Nullable Schedule schedule(Section section, String id) {
        return section.optional("schedule", it -> new ScheduleReader(zone).read(it, id, DstPolicy.RFC));
    }

    /** Once, from one moment until another; or each time that it is due, for a while. */
    private static boolean isWhole(Section section) {
        boolean recurs = section.has("schedule") || section.has("length");
        if (recurs && !(section.has("schedule") && section.has("length"))) {
            section.refuse("must have both schedule and length, if it comes again, or neither of them");
            return false;
        }
        if (!recurs && !(section.has("from") && section.has("until"))) {
            section.refuse("must have from and until, or schedule and length if it comes again");
            return false;
        }
        return true;
    }

    private @Nullable Scope scope(Section pause, boolean all) {
        Section section = pause.section("match", MATCH_KEYS);
        if (section == null) {
            if (!all && !pause.has("match")) {
                pause.missing(
                        "match", "is missing: it says what is meant, such as {source: nessus} or {monitor: \"*\"}");
            }
            return all ? new Scope(ALL, null, null, null) : null;
        }
        Glob monitor = section.optional("monitor", Forms::pattern);
        String tag = section.optional("tag", it -> it.text(Forms.NAME));
        String source = section.optional("source", sources::refer);
        String there = section.optional("zone", it -> it.text(Forms.NAME));
        if (MATCH_KEYS.stream().noneMatch(section::has)) {
            section.refuse("says nothing; give a monitor, a tag, a source or a zone");
        }
        return monitor == null && tag == null && source == null && there == null
                ? null
                : new Scope(monitor, tag, source, there);
    }
}
