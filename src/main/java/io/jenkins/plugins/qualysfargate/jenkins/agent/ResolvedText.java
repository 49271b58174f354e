package io.jenkins.plugins.qualysfargate.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What an image name was resolved to, as texts: it comes from an agent, which may send anything, and becomes values only
 * through the same constructors as what users type.
 */
final class ResolvedText implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_PLATFORMS = 200;

    private final String topDigest;
    private final ArrayList<String[]> platforms = new ArrayList<>();
    private final ArrayList<String> remarks;

    @CheckForNull
    private final String cause;

    private final String message;
    private final String howToFix;

    private ResolvedText(String topDigest, List<String> remarks, @CheckForNull Verdict.Indeterminate unresolved) {
        this.topDigest = topDigest;
        this.remarks = new ArrayList<>(remarks);
        this.cause = unresolved == null ? null : unresolved.cause().name();
        this.message = unresolved == null ? "" : unresolved.message();
        this.howToFix = unresolved == null ? "" : unresolved.howToFix();
    }

    static ResolvedText of(Resolution resolution) {
        return resolution.fold(ResolvedText::ofResolved, it -> new ResolvedText("", List.of(), it.verdict()));
    }

    private static ResolvedText ofResolved(Resolution.Resolved resolved) {
        ResolvedText text = new ResolvedText(resolved.topDigest().value(), resolved.remarks(), null);
        for (PlatformManifest each : resolved.platforms()) {
            text.platforms.add(new String[] {
                each.platform().toString(),
                each.manifestDigest().value(),
                each.configDigest() == null ? null : each.configDigest().value()
            });
        }
        return text;
    }

    boolean isResolved() {
        return cause == null;
    }

    /** @throws IllegalArgumentException if it is no resolution of anything */
    Resolution resolution(ImageReference requested) {
        if (cause != null) {
            return new Resolution.Unresolved(
                    new Verdict.Indeterminate(IndeterminateCause.valueOf(cause), message, howToFix));
        }
        if (platforms.size() > MOST_PLATFORMS) {
            throw new IllegalArgumentException("the image has " + platforms.size() + " platforms");
        }
        List<PlatformManifest> manifests = platforms.stream()
                .map(each -> new PlatformManifest(
                        Platform.parse(each[0]), new Digest(each[1]), each[2] == null ? null : new Digest(each[2])))
                .toList();
        return new Resolution.Resolved(requested, new Digest(topDigest), manifests, remarks);
    }
}
