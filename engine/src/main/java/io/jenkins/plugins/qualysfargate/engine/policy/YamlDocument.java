package io.jenkins.plugins.qualysfargate.engine.policy;

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
final class YamlDocument {
    /** A policy with a thousand exceptions has a third of this. */
    static final int LONGEST = 1024 * 1024;

    private static final int DEEPEST = 10;

    private final Problems problems;
    private int depth;
    private int documents;

    private YamlDocument(Problems problems) {
        this.problems = problems;
    }

    /**
     * The tree; null if there is none, and then there is a problem.
     *
     * @param ifEmpty what is wrong with a text that holds nothing, and what would be right
     */
    static @Nullable Node read(String text, String ifEmpty, Problems problems) {
        if (text.length() > LONGEST) {
            problems.addForFile("has " + text.length() + " characters; a policy has at most " + LONGEST
                    + ". Split it, or remove exceptions that have expired.");
            return null;
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
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
            problems.add(event.getStartMark(), "", "a second document starts here; a policy file holds one");
        }
    }

    private boolean checkDepth(Event event) {
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
            problems.add(event.getStartMark(), "", "is nested deeper than any policy (" + DEEPEST + " levels)");
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
