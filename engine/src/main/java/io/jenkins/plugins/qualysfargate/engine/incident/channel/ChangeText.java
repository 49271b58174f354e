package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.Signal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What has changed, in a few lines, for a comment beside a body that shows the whole. */
final class ChangeText {
    private ChangeText() {}

    /**
     * Empty if nothing has that a reader of the body must be told.
     *
     * @param escape makes text from outside fit for the place
     */
    static String of(IncidentNotice notice, UnaryOperator<String> escape) {
        StringBuilder text = new StringBuilder();
        line(text, "Failing now", notice.added(), escape);
        line(text, "Worse", notice.worse(), escape);
        line(text, "Ticked off", notice.removed(), escape);
        String said = escape.apply(notice.said());
        switch (notice.kind()) {
            case ESCALATED ->
                line(text, "Nobody has acknowledged this, so others were told (tier " + notice.tier() + ").");
            case REMINDER -> line(text, "Still failing." + (said.isEmpty() ? "" : " Told again because " + said + "."));
            case ACKNOWLEDGED -> line(text, "Acknowledged by " + said + until(notice));
            case UNACKNOWLEDGED -> line(text, "Acknowledgement taken back by " + said);
            case MUTED -> line(text, "Muted by " + said);
            case COMMENT -> line(text, said);
            case RESOLVED -> line(text, said.isEmpty() ? "Nothing of this fails any more." : "Resolved by " + said);
            case OPENED, GREW, WORSENED, UPDATED -> line(text, said.isEmpty() ? "" : "Note: " + said);
        }
        return text.toString().strip();
    }

    private static String until(IncidentNotice notice) {
        return notice.ack() == null ? "" : " (until " + Words.time(notice.ack().until()) + ")";
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(line.isEmpty() ? "" : "\n");
    }

    private static void line(StringBuilder text, String title, List<String> names, UnaryOperator<String> escape) {
        if (!names.isEmpty()) {
            line(text, title + ": " + names.stream().map(escape).collect(Collectors.joining(", ")));
        }
    }

    /** True if it is over. */
    static boolean ends(IncidentNotice notice) {
        return notice.signal() == Signal.END;
    }
}
