package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.model.Durations;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import java.time.Duration;
import java.util.List;

/** Reads how much time an occurrence has, and refuses windows that contradict one another. */
final class WindowsReader {
    private static final String RUNTIME = "max-runtime";
    private static final String FINISH = "finish";

    static final List<String> KEYS =
            List.of("early", "start-grace", RUNTIME, FINISH, "import-grace", "stall", "grace", "damping");

    private static final Duration LONGEST = Duration.ofDays(400);

    private WindowsReader() {}

    /** What is not said follows what is said, so that one key alone does not contradict a default. */
    static Windows read(Section section, Windows absent) {
        Duration longestRun = read(section, RUNTIME, Duration.ofMinutes(1), absent.maxRuntime());
        Duration finish = read(section, FINISH, Duration.ofMinutes(1), longest(absent.finish(), longestRun));
        Windows windows = new Windows(
                read(section, "early", Duration.ZERO, absent.early()),
                read(section, "start-grace", Duration.ZERO, shortest(absent.startGrace(), finish)),
                section.has(RUNTIME) ? longestRun : shortest(longestRun, finish),
                finish,
                read(section, "import-grace", Duration.ZERO, absent.importGrace()),
                read(section, "stall", Duration.ofMinutes(1), absent.stall()),
                read(section, "grace", Duration.ZERO, absent.grace()),
                read(section, "damping", Duration.ZERO, absent.damping()));
        check(section, windows);
        return windows;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration read(Section section, String key, Duration shortest, Duration absent) {
        return section.read(key, it -> it.duration(shortest, LONGEST), absent);
    }

    private static void check(Section section, Windows windows) {
        if (windows.finish().compareTo(windows.maxRuntime()) < 0) {
            section.refuse("contradict one another: a run may take " + Durations.words(windows.maxRuntime())
                    + " (max-runtime), but must have ended " + Durations.words(windows.finish())
                    + " after it is due (finish)");
        }
        if (windows.finish().compareTo(windows.startGrace()) < 0) {
            section.refuse("contradict one another: a run may begin " + Durations.words(windows.startGrace())
                    + " after it is due (start-grace), but must have ended " + Durations.words(windows.finish())
                    + " after it is due (finish)");
        }
    }
}
