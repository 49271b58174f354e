package io.jenkins.plugins.qualysfargate.engine.push;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An image that was pushed, or is to be scanned as if it had been; every part keeps to ECR's grammar.
 *
 * @param tag null if it was pushed without one
 * @param pushedAt by the registry's clock
 * @param eventId the same for the same event however often it is delivered
 * @param freshAfter scans that looked at the image before then do not count; null if any will do that is still to be used
 */
public record Push(
        EcrRegistry registry,
        String repository,
        Digest digest,
        @Nullable String tag,
        Instant pushedAt,
        String eventId,
        @Nullable Instant freshAfter) {

    /** @throws IllegalArgumentException if the repository or the tag breaks the grammar; the message quotes neither */
    public Push {
        EcrGrammar.check(repository, tag, eventId);
    }

    /** What to scan: the digest decides, and the tag is for people. */
    public ImageReference image() {
        return new ImageReference(registry.host(), repository, tag, digest);
    }
}
