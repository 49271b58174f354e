package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.net.URI;
import java.util.function.Function;

/** Where the Qualys account lives: one of the shared platforms by name, or any other by its gateway. */
public sealed interface QualysPlatform {

    /** A shared platform. */
    record Pod(PodName name) implements QualysPlatform {}

    /**
     * A private or new platform.
     *
     * @param url for example {@code https://gateway.qg1.apps.qualys.com}
     */
    record Gateway(URI url) implements QualysPlatform {
        /** @throws IllegalArgumentException if it is no https address without user and query */
        public Gateway {
            boolean plain = url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
            if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null || !plain) {
                throw new IllegalArgumentException(
                        "the Qualys gateway must be an https address with nothing but host, port and path, "
                                + "for example https://gateway.qg1.apps.qualys.com");
            }
        }
    }

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(Function<? super Pod, ? extends T> pod, Function<? super Gateway, ? extends T> gateway) {
        return this instanceof Pod it ? pod.apply(it) : gateway.apply((Gateway) this);
    }
}
