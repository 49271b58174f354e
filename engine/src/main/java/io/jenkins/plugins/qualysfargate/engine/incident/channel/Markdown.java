package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from outside inside of GitHub's Markdown: it stays text, calls nobody and links to nothing. */
final class Markdown {
    // A mark without width behind the sign: a backslash or an entity would be a mention again once it is rendered.
    private static final String BREAK = "\u200b";
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*~$|\\[\\]!]");
    // Inside of a word an underscore is one; names of scans are full of them, and people search for them.
    private static final Pattern EMPHASIS = Pattern.compile("(?<![\\p{Alnum}_])_+|_+(?![\\p{Alnum}_])");
    private static final Pattern CALL = Pattern.compile("[@#]");
    private static final Pattern NUMBER = Pattern.compile("(?i)\\b(GH-)(?=[0-9])");
    private static final Pattern LINK = Pattern.compile("(?i)(www|https?|ftp|mailto|xmpp)(?=[.:])");

    private Markdown() {}

    static String escape(String text) {
        String safe =
                Words.line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        safe = SPECIAL.matcher(safe).replaceAll("\\\\$0");
        safe = EMPHASIS.matcher(safe)
                .replaceAll(
                        run -> Matcher.quoteReplacement("\\_".repeat(run.group().length())));
        safe = CALL.matcher(safe).replaceAll("$0" + BREAK);
        safe = NUMBER.matcher(safe).replaceAll("$1" + BREAK);
        return LINK.matcher(safe).replaceAll("$0" + BREAK);
    }

    /** An address to be followed, or plain text if it is none. */
    static String link(String address) {
        boolean plain = address.matches("https?://[A-Za-z0-9._~:/?#@!$&'*+,;=%-]{1,2000}");
        return plain ? "<" + address + ">" : escape(address);
    }
}
