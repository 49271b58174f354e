package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import org.jvnet.localizer.ResourceBundleHolder;

/** A part of a source on which runs depend. */
public final class PartRow {
    private final Component part;

    PartRow(Component part) {
        this.part = part;
    }

    /** What it is, in the reader's language. */
    public String getKind() {
        return ResourceBundleHolder.get(Messages.class)
                .format("Component." + part.kind().name());
    }

    public String getName() {
        return part.name();
    }

    public StateWord getState() {
        return StateWord.working(part.working());
    }

    public String getDetail() {
        return part.detail();
    }

    public String getHowToFix() {
        return part.howToFix();
    }
}
