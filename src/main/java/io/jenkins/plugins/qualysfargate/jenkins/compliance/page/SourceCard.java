package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.check.SourceView;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One source with its parts. */
@ExportedBean(defaultVisibility = 2)
public final class SourceCard {
    private final SourceView view;

    SourceCard(SourceView view) {
        this.view = view;
    }

    @Exported
    public String getId() {
        return view.id();
    }

    /** False if it does not answer. */
    @Exported
    public boolean isAnswering() {
        return view.blindBecause() == null;
    }

    /** Why it does not answer; empty if it does. */
    @Exported
    public String getProblem() {
        return Util.fixNull(view.blindBecause());
    }

    public String getHowToFix() {
        return view.howToFix();
    }

    public StateWord getState() {
        return StateWord.working(isAnswering());
    }

    @CheckForNull
    public Moment getSeen() {
        return Moment.of(view.seenAt());
    }

    @CheckForNull
    public Moment getBlindSince() {
        return Moment.of(view.blindSince());
    }

    /** In seconds, above zero if the source is ahead; null if nobody could tell. */
    @CheckForNull
    @Exported
    public Long getSkewSeconds() {
        return view.skew() == null ? null : view.skew().toSeconds();
    }

    /** Zones, scanners, services, feeds and sensors. */
    public List<PartRow> getParts() {
        return view.components().stream().map(PartRow::new).toList();
    }
}
