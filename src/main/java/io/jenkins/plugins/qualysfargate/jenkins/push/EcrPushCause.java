package io.jenkins.plugins.qualysfargate.jenkins.push;

import hudson.model.Cause;
import io.jenkins.plugins.qualysfargate.engine.push.Push;
import java.util.Objects;

/** The push that a build is for; kept with the build, so plain fields only. */
public final class EcrPushCause extends Cause {
    private final String image;
    private final String digest;
    private final String pushedAt;

    EcrPushCause(Push push) {
        this.image = push.registry().host() + "/" + push.repository() + (push.tag() == null ? "" : ":" + push.tag());
        this.digest = push.digest().value();
        this.pushedAt = push.pushedAt().toString();
    }

    /** {@code registry/repository[:tag]}. */
    public String getImage() {
        return image;
    }

    public String getDigest() {
        return digest;
    }

    @Override
    public String getShortDescription() {
        return Messages.EcrPushCause_description(image, pushedAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EcrPushCause cause
                && image.equals(cause.image)
                && digest.equals(cause.digest)
                && pushedAt.equals(cause.pushedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(image, digest, pushedAt);
    }
}
