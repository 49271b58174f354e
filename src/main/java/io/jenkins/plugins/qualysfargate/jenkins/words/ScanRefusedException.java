package io.jenkins.plugins.qualysfargate.jenkins.words;

import java.util.ArrayList;
import java.util.List;

/** A scan cannot be begun as it was asked for; nothing was started and nothing recorded. */
public final class ScanRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;

    /** @param problems at least one; each says what was attempted, on what, and what to do */
    public ScanRefusedException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = new ArrayList<>(problems);
    }

    /** One problem. */
    public ScanRefusedException(String problem) {
        this(List.of(problem));
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }
}
