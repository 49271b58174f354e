package io.jenkins.plugins.qualysfargate.engine.compliance;

import com.google.re2j.Pattern;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;

/** Chooses subjects of a source. */
public sealed interface Selector {

    /** True if the subject is chosen; takes time linear in the length of its name, whatever that is. */
    boolean chooses(Subject subject);

    /** As a monitor file would write it. */
    String words();

    /** The one with this id. */
    record ById(String id) implements Selector {
        @Override
        public boolean chooses(Subject subject) {
            return subject.id().equals(id);
        }

        @Override
        public String words() {
            return "id: " + id;
        }
    }

    /** Those with exactly this name. */
    record ByName(String name) implements Selector {
        @Override
        public boolean chooses(Subject subject) {
            return subject.name().equals(name);
        }

        @Override
        public String words() {
            return "name: " + name;
        }
    }

    /** Those whose name the pattern describes. */
    record ByGlob(Glob glob) implements Selector {
        @Override
        public boolean chooses(Subject subject) {
            return glob.matches(subject.name());
        }

        @Override
        public String words() {
            return "glob: " + glob;
        }
    }

    /** Those whose whole name the expression describes. */
    record ByRegex(Pattern pattern) implements Selector {
        @Override
        public boolean chooses(Subject subject) {
            return pattern.matches(subject.name());
        }

        @Override
        public String words() {
            return "regex: " + pattern;
        }
    }

    /** Those with this tag. */
    record ByTag(String tag) implements Selector {
        @Override
        public boolean chooses(Subject subject) {
            return subject.tags().contains(tag);
        }

        @Override
        public String words() {
            return "tag: " + tag;
        }
    }

    /** All of the source. */
    record Everything() implements Selector {
        @Override
        public boolean chooses(Subject subject) {
            return true;
        }

        @Override
        public String words() {
            return "all: true";
        }
    }
}
