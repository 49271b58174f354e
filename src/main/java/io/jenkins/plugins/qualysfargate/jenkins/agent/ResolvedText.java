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
            return new Resolution.Unresolved(new Verdict.Indeterminate(
                    IndeterminateCause.valueOf(cause), AgentText.line(message), AgentText.line(howToFix)));
        }
        // What an agent calls a list of arrays may be one of anything.
        List<?> sent = platforms;
        if (sent == null || sent.size() > MOST_PLATFORMS) {
            throw new IllegalArgumentException("it names no platforms, or more than " + MOST_PLATFORMS);
        }
        List<PlatformManifest> manifests =
                sent.stream().map(ResolvedText::manifest).toList();
        return new Resolution.Resolved(requested, digest(topDigest), manifests, AgentText.lines(remarks));
    }

    private static PlatformManifest manifest(@CheckForNull Object sent) {
        if (sent instanceof String[] texts && texts.length == 3 && texts[0] != null) {
            return new PlatformManifest(
                    Platform.parse(texts[0]), digest(texts[1]), texts[2] == null ? null : digest(texts[2]));
        }
        throw new IllegalArgumentException("one of its platforms is no platform with two digests");
    }

    private static Digest digest(@CheckForNull String text) {
        if (text == null) {
            throw new IllegalArgumentException("a digest is missing");
        }
        return new Digest(text);
    }
}
