package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Sight;
import io.jenkins.plugins.qualysfargate.engine.compliance.Watch;

/** Puts together how a source stands. */
final class SourceViews {
    private SourceViews() {}

    static SourceView of(String id, Watch watch, SourceMemory memory) {
        Sight sight = watch.sight(id);
        Look.Blind blind = watch.blind(id);
        return new SourceView(
                id,
                sight == null ? null : sight.asOf(),
                blind == null ? null : memory.blindSince(),
                blind == null ? null : blind.reason(),
                blind == null ? "" : blind.howToFix(),
                sight == null ? null : sight.skew(),
                watch.components(id));
    }
}
