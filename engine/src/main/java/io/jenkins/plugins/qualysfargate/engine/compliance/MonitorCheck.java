package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a monitor itself, whatever its subjects do. */
final class MonitorCheck {
    private static final int LISTED = 20;

    private MonitorCheck() {}

    /** What is wrong; null if nothing is. */
    static @Nullable Condition of(Monitor monitor, List<Subject> chosen) {
        if (chosen.isEmpty()) {
            return wrong(
                    "It watches nothing: no subject of " + monitor.source() + " is chosen by "
                            + monitor.selector().words() + ".",
                    "Correct what it selects, or see whether the account may read the definitions.");
        }
        if (monitor.nameRule() == null) {
            return null;
        }
        List<String> against = chosen.stream()
                .map(Subject::name)
                .filter(name -> !monitor.nameRule().matches(name))
                .sorted()
                .toList();
        return against.isEmpty()
                ? null
                : wrong(
                        against.size() + " of its subjects are not named as " + monitor.nameRule() + " wants: "
                                + String.join(", ", against.subList(0, Math.min(LISTED, against.size())))
                                + (against.size() > LISTED ? ", …" : "") + ".",
                        "Rename them in the source: results of others are not kept.");
    }

    /** Its source was never seen. */
    static Condition unseen(String because, String howToFix) {
        return wrong("Its source has not answered yet. " + because, howToFix);
    }

    private static Condition wrong(String reason, String howToFix) {
        return new Condition("", Condition.Level.UNCLEAR, null, null, reason, howToFix);
    }
}
