package io.jenkins.plugins.qualysfargate.engine.registry;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of a build log as a terminal would show them. Everything takes time in proportion to the line. */
final class LogText {
    /** Characters: the longest that a tool prints of a push is a list of tags. */
    static final int LONGEST_LINE = 16_384;

    private static final char ESCAPE = '\u001B';
    private static final char BELL = '\u0007';
    /** Jenkins hides annotations in its logs between these two: hudson.console.ConsoleNote, PREAMBLE and POSTAMBLE. */
    private static final String NOTE_START = ESCAPE + "[8mha:";

    private static final String NOTE_END = ESCAPE + "[0m";

    /** [2026-01-01T00:00:00.000Z], [INFO], [branch]; 10:15:30, 2026/01/01; INFO, INFO[0012]. Possessive: no backtracking. */
    private static final Pattern PREFIX = Pattern.compile(
            "\\s*+(?:\\[[^\\[\\]]{1,80}+\\]|[0-9][0-9T:.,/+Z-]{4,39}+|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)(?:\\[[0-9]{4,10}+\\])?+)\\s++");

    private static final int MOST_PREFIXES = 4;
    private static final String QUOTES = "\"'`[]()<>";
    private static final String TRAILING = ".,;:!";

    private LogText() {}

    /** What a line shows one after the other: progress bars return to its start. */
    static List<String> segments(String line) {
        return Arrays.stream(plain(line).split("\r"))
                .filter(segment -> !segment.isBlank())
                .toList();
    }

    private static String plain(String line) {
        if (line.indexOf(ESCAPE) < 0) {
            return line;
        }
        StringBuilder plain = new StringBuilder(line.length());
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == ESCAPE) {
                at = afterEscape(line, at);
            } else {
                plain.append(c);
                at++;
            }
        }
        return plain.toString();
    }

    /** Where the text goes on: after a note of Jenkins, or after a sequence of ECMA-48. */
    private static int afterEscape(String line, int at) {
        if (line.startsWith(NOTE_START, at)) {
            int end = line.indexOf(NOTE_END, at + NOTE_START.length());
            if (end >= 0) {
                return end + NOTE_END.length();
            }
        }
        int next = at + 1;
        if (next >= line.length()) {
            return next;
        }
        return switch (line.charAt(next)) {
            case '[' -> afterControlSequence(line, next + 1);
            case ']' -> afterCommand(line, next + 1);
            default -> next + 1;
        };
    }

    private static int afterControlSequence(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) < '@' || line.charAt(at) > '~')) {
            at++;
        }
        return Math.min(at + 1, line.length());
    }

    /** An operating system command, as of links and titles, ends with a bell or with ESC and a backslash. */
    private static int afterCommand(String line, int from) {
        for (int at = from; at < line.length(); at++) {
            if (line.charAt(at) == BELL) {
                return at + 1;
            }
            if (line.charAt(at) == ESCAPE) {
                return Math.min(at + 2, line.length());
            }
        }
        return from;
    }

    /** The line without time stamps, levels and names in brackets before it, and without blanks around it. */
    static String bare(String line) {
        String rest = line;
        for (int i = 0; i < MOST_PREFIXES; i++) {
            Matcher prefix = PREFIX.matcher(rest);
            if (!prefix.lookingAt()) {
                break;
            }
            rest = rest.substring(prefix.end());
        }
        return rest.strip();
    }

    /** The word that begins there: without quotes, brackets and punctuation around it; may be empty. */
    static String word(String line, int from) {
        int start = from;
        while (start < line.length() && isBoundary(line.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < line.length() && !isBoundary(line.charAt(end))) {
            end++;
        }
        while (end > start && TRAILING.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(start, end);
    }

    /** The word that the text ends with, punctuation included. */
    static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && !isBoundary(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }

    private static boolean isBoundary(char c) {
        return c <= ' ' || QUOTES.indexOf(c) >= 0;
    }

    /** Where a phrase ends that stands at the start of the line or after a blank, quote or bracket; -1 if nowhere. */
    static int after(String line, String phrase) {
        int at = line.indexOf(phrase);
        while (at > 0 && !isBoundary(line.charAt(at - 1))) {
            at = line.indexOf(phrase, at + 1);
        }
        return at < 0 ? -1 : at + phrase.length();
    }
}
