package io.jenkins.plugins.qualysfargate.jenkins.words;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.Locale;

/** A verdict as people see it: a word and a symbol of its own shape, so that nobody has to tell colours apart. */
public final class VerdictWord {
    private final VerdictKind kind;

    private VerdictWord(VerdictKind kind) {
        this.kind = kind;
    }

    public static VerdictWord of(VerdictKind kind) {
        return new VerdictWord(kind);
    }

    /** In one or two words, for example {@code Pass}. */
    public String getWord() {
        return switch (kind) {
            case PASS -> Messages.VerdictWord_pass();
            case FAIL -> Messages.VerdictWord_fail();
            case INDETERMINATE -> Messages.VerdictWord_indeterminate();
        };
    }

    /** In one sentence without its full stop. */
    public String getHeadline() {
        return switch (kind) {
            case PASS -> Messages.VerdictWord_passed();
            case FAIL -> Messages.VerdictWord_failed();
            case INDETERMINATE -> Messages.VerdictWord_unknown();
        };
    }

    /** The symbol of this plugin that stands for it. */
    public String getIcon() {
        return "symbol-qualys-verdict-" + getStyle() + " plugin-qualys-fargate";
    }

    /** The part of a class name that stands for it in style sheets. */
    public String getStyle() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
