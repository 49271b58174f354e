package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.registry.ImagesReading.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one list of images, in printable ASCII and not more than a person reads. */
final class ImageProblems {
    private static final int MOST = 100;

    private final String source;
    private final List<Problem> problems = new ArrayList<>();

    ImageProblems(String source) {
        this.source = source;
    }

    void add(int line, String message) {
        if (problems.size() < MOST) {
            problems.add(new Problem(source, line, message));
        } else if (problems.size() == MOST) {
            problems.add(new Problem(source, 0, "has more problems than the " + MOST + " that are listed."));
        }
    }

    /** Does something that may find out that a text of that line is no image. */
    void tryAt(int line, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException wrong) {
            add(line, ForeignText.quote(String.valueOf(wrong.getMessage())));
        }
    }

    boolean areNone() {
        return problems.isEmpty();
    }

    ImagesReading.Invalid invalid() {
        return new ImagesReading.Invalid(problems);
    }
}
