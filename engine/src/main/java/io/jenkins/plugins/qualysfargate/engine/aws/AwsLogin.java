package io.jenkins.plugins.qualysfargate.engine.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** As whom AWS is called before any role is assumed. */
public sealed interface AwsLogin {

    /**
     * The default chain of the SDK: system properties, environment, web identity, shared files, the container's or
     * instance's role; it renews what expires.
     */
    record DefaultChain() implements AwsLogin {}

    /**
     * Keys that somebody else keeps.
     *
     * @param keys asked again and again, so that keys that were rotated are used at once
     */
    record Kept(Supplier<Keys> keys) implements AwsLogin {}

    /**
     * One set of keys.
     *
     * @param sessionToken null for keys of a user
     */
    record Keys(
            String accessKeyId,
            String secretAccessKey,
            @Nullable String sessionToken) {
        /** The id alone: it is no secret, the rest is. */
        @Override
        public String toString() {
            return "keys " + accessKeyId;
        }
    }
}
