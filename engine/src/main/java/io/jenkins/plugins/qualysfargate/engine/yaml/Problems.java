package io.jenkins.plugins.qualysfargate.engine.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The problems of one file, gathered while it is read on. */
public final class Problems {
    /** Nobody reads more, and a hostile file must not make megabytes of messages. */
    private static final int LISTED = 100;

    private static final Comparator<YamlProblem> BY_PLACE =
            Comparator.comparingInt(YamlProblem::line).thenComparingInt(YamlProblem::column);

    private final FileKind kind;
    private final String source;
    private final List<YamlProblem> found = new ArrayList<>();
    private long count;

    /**
     * None yet.
     *
     * @param source the file as the user named it
     */
    public Problems(FileKind kind, String source) {
        this.kind = kind;
        this.source = source;
    }

    FileKind kind() {
        return kind;
    }

    /** Something is wrong where the node stands. */
    public void add(Node node, String path, String message) {
        add(node.getStartMark(), path, message);
    }

    void add(@Nullable Mark mark, String path, String message) {
        int line = mark == null ? 0 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        add(new YamlProblem(source, line, column, path, message));
    }

    /** The same with a message that is made only if somebody will read it. */
    void add(Node node, String path, Supplier<String> message) {
        add(node, path, found.size() < LISTED ? message.get() : "");
    }

    /** Something is wrong with the file as a whole. */
    public void addForFile(String message) {
        add(new YamlProblem(source, 0, 0, "", message));
    }

    private void add(YamlProblem problem) {
        count++;
        if (found.size() < LISTED) {
            found.add(problem);
        }
    }

    /** True if nothing is wrong so far. */
    public boolean areNone() {
        return count == 0;
    }

    /** In the order of the file, and no more of them than anybody reads. */
    public List<YamlProblem> list() {
        List<YamlProblem> all = new ArrayList<>(found.stream().sorted(BY_PLACE).toList());
        if (count > found.size()) {
            all.add(new YamlProblem(source, 0, 0, "", "there are " + (count - found.size()) + " more problems"));
        }
        return all;
    }
}
