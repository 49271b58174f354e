package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.NoticeLine;
import io.jenkins.plugins.qualysfargate.engine.incident.Ticked;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An incident as the body of an issue: the whole list, the worst first; what does not fit goes into comments. */
final class IssueText {
    /** GitHub takes 65,536 characters in a body or a comment. */
    static final int LIMIT = 65_000;

    private static final int LIST_LIMIT = 30_000;
    private static final int TICKED_LIMIT = 8_000;

    private final IncidentNotice notice;
    private final int limit;

    private IssueText(IncidentNotice notice, int limit) {
        this.notice = notice;
        this.limit = limit;
    }

    /**
     * @param body with the marker by which the issue is found again
     * @param overflow further comments with what the body had no room for
     */
    record Rendered(String body, List<String> overflow) {
        Rendered {
            overflow = List.copyOf(overflow);
        }
    }

    static Rendered of(IncidentNotice notice) {
        return of(notice, LIMIT);
    }

    /** @param limit characters of the body and of each comment, at least 20,000 */
    static Rendered of(IncidentNotice notice, int limit) {
        return new IssueText(notice, limit).rendered();
    }

    private Rendered rendered() {
        StringBuilder body = new StringBuilder(opening());
        String closing = closing();
        // What is collapsed needs a line of its own for every urgency.
        int room = limit - closing.length() - 1_000;
        List<String> overflow = new ArrayList<>();
        Map<Urgency, List<NoticeLine>> collapsed = new TreeMap<>(Collections.reverseOrder());
        for (NoticeLine line : notice.failing()) {
            String block = block(line);
            if (collapsed.isEmpty() && body.length() + block.length() <= room) {
                body.append(block);
            } else {
                collapsed
                        .computeIfAbsent(line.urgency(), each -> new ArrayList<>())
                        .add(line);
                append(overflow, block);
            }
        }
        collapsed.forEach((urgency, lines) -> body.append("- ")
                .append(lines.size())
                .append(" more of urgency ")
                .append(urgency.word())
                .append(": see the comments\n"));
        if (notice.unlisted() > 0) {
            body.append("- and ").append(notice.unlisted()).append(" more that no message has room for\n");
        }
        return new Rendered(body.append(closing).toString(), overflow);
    }

    private void append(List<String> comments, String block) {
        int last = comments.size() - 1;
        if (last < 0 || comments.get(last).length() + block.length() > limit) {
            comments.add("Failing as well:\n\n" + block);
        } else {
            comments.set(last, comments.get(last) + block);
        }
    }

    private String opening() {
        StringBuilder text = new StringBuilder(Words.INTRODUCTION)
                .append('\n')
                .append(names(notice, LIST_LIMIT))
                .append("\n\n");
        notice.runbooks()
                .forEach(each ->
                        text.append("Runbook: ").append(Markdown.link(each)).append("  \n"));
        text.append("State: ").append(notice.state()).append(", opened ").append(Words.time(notice.openedAt()));
        if (notice.ack() != null) {
            text.append("  \nAcknowledged by ")
                    .append(Markdown.escape(notice.ack().by()))
                    .append(" until ")
                    .append(Words.time(notice.ack().until()))
                    .append(": ")
                    .append(Markdown.escape(notice.ack().why()));
        }
        return text.append("\n\n### Failing\n\n").toString();
    }

    /** The names in brackets as the runbook has them. */
    static String names(IncidentNotice notice, int longest) {
        StringBuilder names = new StringBuilder("[");
        List<String> all = notice.failedScans();
        int left = all.size();
        for (String each : all) {
            String name = Markdown.escape(each);
            if (names.length() + name.length() > longest) {
                break;
            }
            names.append(names.length() == 1 ? "" : " ").append(name);
            left--;
        }
        int more = left + notice.unnamedScans();
        return names.append("]")
                .append(more == 0 ? "" : " and " + more + " more")
                .toString();
    }

    private String block(NoticeLine line) {
        StringBuilder text = new StringBuilder("- [ ] **")
                .append(Markdown.escape(line.name()))
                .append("**: ")
                .append(Markdown.escape(Words.standing(line)))
                .append('\n');
        Words.facts(line, notice.at()).forEach(each -> text.append("  - ")
                .append(each.name())
                .append(": ")
                .append(Markdown.escape(each.text()))
                .append('\n'));
        if (line.cause() && !line.children().isEmpty()) {
            String children = line.children().stream()
                    .map(each -> Markdown.escape(each.name() + " (" + each.state() + ")"))
                    .collect(Collectors.joining(", "));
            text.append("  - Explains: ").append(children);
            text.append(line.moreChildren() == 0 ? "" : " and " + line.moreChildren() + " more")
                    .append('\n');
        }
        return text.toString();
    }

    private String closing() {
        StringBuilder text = new StringBuilder();
        int left = notice.ticked().size();
        if (left > 0) {
            text.append("\n### Ticked off\n\n");
        }
        for (Ticked each : notice.ticked()) {
            if (text.length() > TICKED_LIMIT) {
                break;
            }
            text.append("- [x] ").append(Markdown.escape(each.name())).append(' ');
            text.append(Words.ticked(each)).append('\n');
            left--;
        }
        int more = left + notice.tickedMore();
        return text.append(more == 0 ? "" : "- [x] and " + more + " more\n")
                .append('\n')
                .append(marker(notice.key()))
                .append('\n')
                .toString();
    }

    /** By this an issue is found again, whatever became of its number; keys hold nothing that could end a comment. */
    static String marker(String key) {
        return "<!-- scan-compliance:key=" + key + ":v1 -->";
    }
}
