package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sentences about runs; what a source said is quoted as it is and cut. */
final class Words {
    static final String RUN_AGAIN = "See why in its source, then run it again.";
    static final String IMPORT_AGAIN = "Import the results again in the source; the scan itself need not be repeated.";

    private static final int LONGEST_QUOTE = 300;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Words() {}

    /** A moment in a zone, to the minute. */
    static String at(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone)) + " " + zone.getId();
    }

    static String word(Run run) {
        return "'" + cut(run.word()) + "'";
    }

    static String running(Run run) {
        return run.state() == RunState.RUNNING ? "It is running." : "It is " + word(run) + ".";
    }

    static String stalled(Run run, Evidence evidence) {
        Progress seen = evidence.progress();
        Instant last = seen != null && seen.runId().equals(run.id()) ? seen.at() : run.createdAt();
        return "It is " + word(run) + " and has made no progress since " + at(last, evidence.zone()) + ".";
    }

    static String ended(Run run, String how) {
        return "It " + how + " (" + word(run) + ")" + detail(run);
    }

    static String notImported(Run run) {
        return "It ended, but its results were not imported in time" + detail(run);
    }

    static String importFailed(Run run) {
        return "It ended, but the import of its results failed" + detail(run);
    }

    private static String detail(Run run) {
        return run.detail().isBlank() ? "." : ": " + cut(run.detail());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
