package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.incident.Hearing;
import io.jenkins.plugins.qualysfargate.engine.incident.NoticeLine;
import io.jenkins.plugins.qualysfargate.engine.incident.Ticked;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What all channels say in the same words; plain text, in which names stand as they are. */
final class Words {
    /** The runbook's own words. */
    static final String INTRODUCTION = "The following scans are identified as failing and need investigation:";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Words() {}

    static String time(Instant moment) {
        return TIME.format(moment);
    }

    /** State, since when, and what keeps people from being paged. */
    static String standing(NoticeLine line) {
        StringBuilder text = new StringBuilder(line.state())
                .append(" since ")
                .append(time(line.since()))
                .append(", ")
                .append(line.urgency().word());
        if (line.flapping()) {
            text.append(", comes and goes");
        }
        if (line.hearing() == Hearing.EXPLAINED) {
            text.append(", explained by: ").append(line.because());
        } else if (line.hearing() == Hearing.MUTED) {
            text.append(", ").append(line.because().isEmpty() ? "muted" : line.because());
        }
        return text.toString();
    }

    /** The compliance clock; empty if a member has none. */
    static String clock(NoticeLine line, Instant now) {
        if (line.cause()) {
            return "";
        }
        Instant last = line.lastSuccess();
        Long days = line.daysSinceSuccess();
        if (last == null || days == null) {
            return "no success is known";
        }
        String text = "last success " + time(last) + ", " + days + (days == 1 ? " day ago" : " days ago");
        Instant breach = line.breachAt();
        if (breach == null) {
            return text;
        }
        return text + (breach.isAfter(now) ? "; out of compliance from " : "; out of compliance since ") + time(breach);
    }

    /** All that there is to know of a member, each with its name. */
    static List<Fact> facts(NoticeLine line, Instant now) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Reason", line.reason());
        add(facts, "What to do", line.howToFix());
        add(facts, "Compliance", clock(line, now));
        add(facts, "Owner", line.owner());
        add(facts, "Scanners of", line.otherTeam() == null ? "" : line.otherTeam());
        return facts;
    }

    private static void add(List<Fact> facts, String name, String text) {
        if (!text.isBlank()) {
            facts.add(new Fact(name, text));
        }
    }

    record Fact(String name, String text) {}

    static String ticked(Ticked ticked) {
        String how =
                switch (ticked.how()) {
                    case RECOVERED -> "is well since ";
                    case EXCUSED -> "is excused by maintenance since ";
                    case MOVED -> "belongs to another incident since ";
                    case CLOSED -> "was closed by hand at ";
                };
        return how + time(ticked.at());
    }

    /** Text on one line without anything that moves a cursor or turns a direction. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> ' ';
                    default -> point;
                })
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}
