package io.jenkins.plugins.qualysfargate.engine.yaml;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Turns text into one tree of YAML nodes without ever making an object of a tag. What YAML offers to be clever with
 * (aliases, tags, several documents) is refused before the tree is built.
 */
public final class YamlDocument {
    private final Problems problems;
    private int depth;
    private int documents;

    private YamlDocument(Problems problems) {
        this.problems = problems;
    }

    /**
     * The tree; null if there is none, and then there is a problem. Reads no more of the text than its kind allows.
     *
     * @param ifEmpty what is wrong with a text that holds nothing, and what would be right
     */
    public static @Nullable Node read(String text, String ifEmpty, Problems problems) {
        FileKind kind = problems.kind();
        if (text.length() > kind.longest()) {
            problems.addForFile("has " + text.length() + " characters; a " + kind.noun() + " has at most "
                    + kind.longest() + ". " + kind.ifTooLong());
            return null;
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(kind.longest());
        options.setNestingDepthLimit(kind.deepest());
        options.setMaxAliasesForCollections(0);
        try {
            new YamlDocument(problems).check(new Yaml(options), text);
            if (!problems.areNone()) {
                return null;
            }
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                problems.addForFile(ifEmpty);
            }
            return root;
        } catch (MarkedYAMLException e) {
            problems.add(e.getProblemMark(), "", "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.addForFile("is not YAML: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            // SnakeYAML lets this out for an escape such as "\UFFFFFFFF" that stands for no character.
            problems.addForFile(
                    "is not YAML: an escape in a quoted text stands for no character (" + e.getMessage() + ")");
        }
        return null;
    }

    private void check(Yaml yaml, String text) {
        for (Event event : yaml.parse(new StringReader(text))) {
            checkDocument(event);
            if (event instanceof AliasEvent alias) {
                problems.add(
                        alias.getStartMark(), "", "aliases (*" + alias.getAnchor() + ") are refused: write it out");
            } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
                problems.add(node.getStartMark(), "", "anchors (&" + node.getAnchor() + ") are refused: write it out");
            }
            String tag = tag(event);
            if (tag != null) {
                problems.add(event.getStartMark(), "", "tags (" + tag + ") are refused: leave it out");
            }
            if (!checkDepth(event)) {
                return;
            }
        }
    }

    private void checkDocument(Event event) {
        if (event instanceof DocumentStartEvent && ++documents == 2) {
            problems.add(
                    event.getStartMark(),
                    "",
                    "a second document starts here; a " + problems.kind().noun() + " file holds one");
        }
    }

    private boolean checkDepth(Event event) {
        if (event instanceof CollectionStartEvent && ++depth > problems.kind().deepest()) {
            FileKind kind = problems.kind();
            problems.add(
                    event.getStartMark(),
                    "",
                    "is nested deeper than any " + kind.noun() + " (" + kind.deepest() + " levels)");
            return false;
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        return true;
    }

    private static @Nullable String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }
}
