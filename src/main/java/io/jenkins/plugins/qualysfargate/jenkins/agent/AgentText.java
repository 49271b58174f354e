package io.jenkins.plugins.qualysfargate.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.util.List;

/** What an agent says, made fit to be kept and shown: always there, in one line, and not longer than what this plugin says. */
final class AgentText {
    /** In UTF-16 units. */
    static final int LONGEST = 2_000;

    static final int MOST = 100;

    private AgentText() {}

    static String line(@CheckForNull String text) {
        return text == null ? "" : SafeText.line(text, LONGEST);
    }

    /** The first ones; what is no text is left out. */
    static List<String> lines(@CheckForNull List<?> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .filter(String.class::isInstance)
                        .map(text -> line((String) text))
                        .limit(MOST)
                        .toList();
    }
}
