package io.jenkins.plugins.qualysfargate.engine.check.file;

import com.google.re2j.Pattern;
import io.jenkins.plugins.qualysfargate.engine.compliance.Selector;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which subjects of a source a monitor is about. */
record SelectorReader(Patterns patterns) {
    private static final List<String> KEYS = List.of("id", "name", "glob", "regex", "tag", "all");

    @Nullable
    Selector read(Section monitor) {
        Section section = monitor.section("select", KEYS);
        if (section == null) {
            if (!monitor.has("select")) {
                monitor.missing("select", "is missing: it says which scans are meant, for example select: {all: true}");
            }
            return null;
        }
        List<String> given = KEYS.stream().filter(section::has).toList();
        if (given.size() != 1) {
            section.refuse("must have exactly one of " + String.join(", ", KEYS));
            return null;
        }
        return section.optional(given.get(0), value -> selector(given.get(0), value));
    }

    private @Nullable Selector selector(String kind, Value value) {
        switch (kind) {
            case "glob" -> {
                Glob glob = Forms.pattern(value);
                return glob == null ? null : new Selector.ByGlob(glob);
            }
            case "regex" -> {
                Pattern pattern = patterns.read(value);
                return pattern == null ? null : new Selector.ByRegex(pattern);
            }
            case "all" -> {
                return everything(value);
            }
            default -> {
                String text = kind.equals("id") ? value.textOrCount(Forms.NAME) : value.text(Forms.NAME);
                return text == null ? null : exactly(kind, text);
            }
        }
    }

    private static Selector exactly(String kind, String text) {
        return switch (kind) {
            case "id" -> new Selector.ById(text);
            case "name" -> new Selector.ByName(text);
            default -> new Selector.ByTag(text);
        };
    }

    private static @Nullable Selector everything(Value value) {
        Boolean all = Forms.flag(value);
        if (all == null) {
            return null;
        }
        if (!all) {
            value.refuse("selects nothing; write all: true, or another key");
            return null;
        }
        return new Selector.Everything();
    }
}
