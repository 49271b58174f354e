package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.NoticeLine;

/** An incident as plain text, for mail and for tickets of others. */
final class PlainText {
    private PlainText() {}

    /** The whole of it, at most so many characters. */
    static String of(IncidentNotice notice, int longest) {
        StringBuilder text = new StringBuilder();
        String change = ChangeText.of(notice, Words::line);
        if (ChangeText.ends(notice)) {
            text.append(notice.title()).append(": resolved\n\n").append(change).append('\n');
        } else {
            text.append(Words.INTRODUCTION).append('\n').append(names(notice)).append("\n\n");
            text.append(change).append(change.isEmpty() ? "" : "\n\n");
            notice.runbooks()
                    .forEach(each ->
                            text.append("Runbook: ").append(Words.line(each)).append('\n'));
            notice.failing().forEach(each -> text.append('\n').append(block(each, notice)));
            text.append(notice.unlisted() == 0 ? "" : "\nand " + notice.unlisted() + " more\n");
        }
        text.append("\nIncident: ").append(notice.key()).append('\n');
        return cut(text.toString(), longest);
    }

    /** The names in brackets as the runbook has them. */
    static String names(IncidentNotice notice) {
        int more = notice.unnamedScans();
        return "["
                + String.join(
                        " ", notice.failedScans().stream().map(Words::line).toList())
                + "]"
                + (more == 0 ? "" : " and " + more + " more");
    }

    private static String block(NoticeLine line, IncidentNotice notice) {
        StringBuilder text = new StringBuilder(Words.line(line.name() + ": " + Words.standing(line))).append('\n');
        Words.facts(line, notice.at()).forEach(each -> text.append("  ")
                .append(each.name())
                .append(": ")
                .append(Words.line(each.text()))
                .append('\n'));
        line.children().forEach(each -> text.append("  explains ")
                .append(Words.line(each.name()))
                .append(" (")
                .append(Words.line(each.state()))
                .append(")\n"));
        return text.toString();
    }

    static String cut(String text, int longest) {
        String end = "\n(cut: the whole list is on the page of the incident)\n";
        if (text.length() <= longest) {
            return text;
        }
        int room = longest - end.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room) + end;
    }
}
