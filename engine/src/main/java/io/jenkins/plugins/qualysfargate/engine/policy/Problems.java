package io.jenkins.plugins.qualysfargate.engine.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The problems of one policy file, gathered while it is read on. */
final class Problems {
    /** Nobody reads more, and a hostile file must not make megabytes of messages. */
    private static final int LISTED = 100;

    private static final Comparator<PolicyProblem> BY_PLACE =
            Comparator.comparingInt(PolicyProblem::line).thenComparingInt(PolicyProblem::column);

    private final String source;
    private final List<PolicyProblem> found = new ArrayList<>();
    private long count;

    Problems(String source) {
        this.source = source;
    }

    void add(Node node, String path, String message) {
        add(node.getStartMark(), path, message);
    }

    void add(@Nullable Mark mark, String path, String message) {
        int line = mark == null ? 0 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        add(new PolicyProblem(source, line, column, path, message));
    }

    void addForFile(String message) {
        add(new PolicyProblem(source, 0, 0, "", message));
    }

    private void add(PolicyProblem problem) {
        count++;
        if (found.size() < LISTED) {
            found.add(problem);
        }
    }

    boolean areNone() {
        return count == 0;
    }

    PolicyReading.Invalid invalid() {
        List<PolicyProblem> all =
                new ArrayList<>(found.stream().sorted(BY_PLACE).toList());
        if (count > found.size()) {
            all.add(new PolicyProblem(source, 0, 0, "", "there are " + (count - found.size()) + " more problems"));
        }
        return new PolicyReading.Invalid(all);
    }
}
