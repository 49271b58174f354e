package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import org.jspecify.annotations.Nullable;

/** Tells the findings of one image that were not there before, as far as it was compared with anything. */
public final class NewFindings {
    private final @Nullable Baseline baseline;

    public NewFindings(KnownFindings known, JudgedImage image) {
        this.baseline = known.of(image);
    }

    /** False if there is nothing to compare with. */
    public boolean known() {
        return baseline != null;
    }

    /** True if at least one package of the finding was not under it before. */
    public boolean contains(Finding finding) {
        return baseline != null && !baseline.present().containsAll(FindingIdentity.of(finding));
    }
}
