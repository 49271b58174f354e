package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which monitor tracks which subjects; knows which of the tracks are to be evaluated again. */
final class Roster {
    private final Map<String, Monitor> monitors = new LinkedHashMap<>();
    private final OwedFrom owedFrom;
    private final Map<TrackKey, Tracked> tracks = new LinkedHashMap<>();
    private final Map<String, List<TrackKey>> bySubject = new HashMap<>();
    private final Map<String, Condition> problems = new HashMap<>();
    private final Set<TrackKey> touched = new LinkedHashSet<>();
    private final List<TrackKey> dropped = new ArrayList<>();

    Roster(List<Monitor> monitors, OwedFrom owedFrom) {
        monitors.forEach(each -> this.monitors.put(each.id(), each));
        this.owedFrom = owedFrom;
    }

    Collection<Tracked> all() {
        return tracks.values();
    }

    /** Since when subjects are owed of monitors that have tracked none yet; now if there is no such monitor. */
    Instant unseenOwedFrom(Instant now) {
        Set<String> known = new HashSet<>();
        tracks.keySet().stream()
                .filter(each -> !each.subjectId().isEmpty())
                .forEach(each -> known.add(each.monitorId()));
        Instant earliest = now;
        for (Monitor each : monitors.values()) {
            if (!known.contains(each.id())) {
                Instant from = owedFrom.of(each, itself(each), now)
                        .minus(each.windows().early());
                earliest = from.isBefore(earliest) ? from : earliest;
            }
        }
        return earliest;
    }

    /** What stands for the monitor where a subject is wanted; without blanks, because people see lists of names. */
    private static Subject itself(Monitor monitor) {
        return Subject.of("", "monitor:" + monitor.id());
    }

    @Nullable
    Tracked find(TrackKey key) {
        return tracks.get(key);
    }

    /** Takes up a remembered track; that of a monitor which is no more is dropped. */
    void remember(Track track, List<Occurrence> open) {
        Monitor monitor = monitors.get(track.monitorId());
        if (monitor == null) {
            dropped.add(track.key());
            return;
        }
        Tracked tracked = new Tracked(monitor, track, Subject.of(track.subjectId(), track.subjectName()));
        tracked.open = new ArrayList<>(open);
        Tally tally = new Tally(track.record(), monitor.thresholds());
        open.forEach(each -> tally.add(each, null));
        tracked.standing = Standings.of(monitor, track, tally.sum(), null);
        add(tracked);
    }

    /** Chooses anew among what was seen. */
    void choose(Seen seen, Instant seenAt) {
        Selection selection = new Selection(seen.subjects().values());
        Set<TrackKey> chosen = new HashSet<>();
        for (Monitor monitor : monitors.values()) {
            List<Subject> its = selection.of(monitor.selector()).stream()
                    .filter(each -> fits(monitor, each, seen))
                    .toList();
            for (Subject subject : its) {
                chosen.add(track(monitor, subject, seenAt));
            }
            problem(monitor, MonitorCheck.of(monitor, its), seenAt);
        }
        for (Tracked each : List.copyOf(tracks.values())) {
            if (!each.track.subjectId().isEmpty() && !chosen.contains(each.track.key())) {
                gone(each, seenAt);
            }
        }
    }

    /** A source may have both: what is due by a schedule, and what has a condition. */
    private static boolean fits(Monitor monitor, Subject subject, Seen seen) {
        return monitor.timing() instanceof Timing.Continuous
                ? subject.schedule() == null && subject.scheduleProblem() == null
                : seen.condition(subject.id()) == null;
    }

    /** The source of all these monitors was never seen. */
    void unseen(Look.Blind look) {
        for (Monitor monitor : monitors.values()) {
            problem(monitor, MonitorCheck.unseen(look.reason(), look.howToFix()), look.at());
        }
    }

    /** What is wrong with the monitor itself; null if nothing is. */
    @Nullable
    Condition problem(Monitor monitor) {
        return problems.get(monitor.id());
    }

    void touch(TrackKey key) {
        touched.add(key);
    }

    void touch(String subjectId) {
        touched.addAll(bySubject.getOrDefault(subjectId, List.of()));
    }

    List<Tracked> takeTouched() {
        List<Tracked> taken = new ArrayList<>(touched.size());
        for (TrackKey key : touched) {
            Tracked tracked = tracks.get(key);
            if (tracked != null) {
                taken.add(tracked);
            }
        }
        touched.clear();
        return taken;
    }

    List<TrackKey> takeDropped() {
        List<TrackKey> taken = List.copyOf(dropped);
        dropped.clear();
        return taken;
    }

    @Nullable
    Tracked drop(TrackKey key) {
        Tracked gone = tracks.remove(key);
        if (gone != null) {
            bySubject.getOrDefault(key.subjectId(), new ArrayList<>()).remove(key);
        }
        return gone;
    }

    private TrackKey track(Monitor monitor, Subject subject, Instant seenAt) {
        TrackKey key = new TrackKey(monitor.id(), subject.id());
        Tracked known = tracks.get(key);
        if (known == null) {
            Instant from = owedFrom.of(monitor, subject, seenAt);
            known = new Tracked(monitor, Track.first(monitor.id(), subject, from, ""), subject);
            add(known);
        } else if (!known.subject.equals(subject) || known.track.goneSince() != null) {
            known.track = known.track.seenAs(subject);
            known.subject = subject;
            touch(key);
        }
        return key;
    }

    private void add(Tracked tracked) {
        TrackKey key = tracked.track.key();
        tracks.put(key, tracked);
        bySubject.computeIfAbsent(key.subjectId(), id -> new ArrayList<>()).add(key);
        touch(key);
    }

    private void problem(Monitor monitor, @Nullable Condition problem, Instant seenAt) {
        TrackKey key = new TrackKey(monitor.id(), "");
        if (problem == null) {
            problems.remove(monitor.id());
        } else {
            problems.put(monitor.id(), problem);
            if (!tracks.containsKey(key)) {
                Subject itself = itself(monitor);
                add(new Tracked(monitor, Track.first(monitor.id(), itself, seenAt, ""), itself));
            }
        }
        touch(key);
    }

    private void gone(Tracked tracked, Instant seenAt) {
        if (tracked.monitor.timing() instanceof Timing.Continuous) {
            drop(tracked.track.key());
            dropped.add(tracked.track.key());
        } else {
            tracked.track = tracked.track.gone(seenAt);
            touch(tracked.track.key());
        }
    }
}
