package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.NoticeLine;
import java.util.stream.Collectors;

/** An incident as a chat message; everything from outside stands in a block of code, where nothing calls anybody. */
final class ChatText {
    private static final int LONGEST = 3_500;
    private static final int MOST_LINES = 15;

    private ChatText() {}

    static String of(IncidentNotice notice) {
        StringBuilder text =
                new StringBuilder("*").append(escape(notice.title())).append("*");
        text.append(ChangeText.ends(notice) ? " is resolved\n" : "\n" + Words.INTRODUCTION + "\n");
        String change = ChangeText.of(notice, Words::line);
        String block = ChangeText.ends(notice)
                ? change
                : PlainText.names(notice) + "\n" + change + "\n"
                        + notice.failing().stream()
                                .limit(MOST_LINES)
                                .map(ChatText::line)
                                .collect(Collectors.joining("\n"));
        text.append("```\n").append(escape(cut(block))).append("\n```");
        notice.runbooks().stream()
                .filter(each -> Markdown.link(each).startsWith("<"))
                .limit(3)
                .forEach(each -> text.append("\n<").append(address(each)).append("|Runbook>"));
        return text.toString();
    }

    private static String line(NoticeLine line) {
        return Words.line(line.name() + ": " + Words.standing(line));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    /** https://docs.slack.dev/messaging/formatting-message-text: these three, and nothing else, are control characters. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("`", "'")
                // Others that take the same messages call people by plain text.
                .replace("@", "@\u200b");
    }

    /** Neither the end of the link nor of the address in it. */
    private static String address(String link) {
        return link.replace("&", "&amp;")
                .replace("|", "%7C")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }
}
