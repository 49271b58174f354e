package io.jenkins.plugins.qualysfargate.engine.qualys;

import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.net.URI;
import java.util.Locale;

/** Knows where every Qualys platform answers; one that it does not know does not exist as a value. */
public final class GatewayAddress {
    private GatewayAddress() {}

    /** Scheme, host and, for a gateway with its own address, port and path; never ends in a slash. */
    public static URI of(QualysPlatform platform) {
        return platform.fold(pod -> URI.create("https://" + host(pod.name())), gateway -> base(gateway.url()));
    }

    /** @param path begins with a slash and holds nothing that would need encoding */
    static URI resource(QualysPlatform platform, String path) {
        return URI.create(of(platform) + path);
    }

    // Public clients of the platform agree on these, but for EU3, which has one source. Some texts give .qualys.sa for
    // KSA1: a wrong address would send the login to a stranger.
    private static String host(PodName pod) {
        return switch (pod) {
            case US1 -> "gateway.qg1.apps.qualys.com";
            case US2 -> "gateway.qg2.apps.qualys.com";
            case US3 -> "gateway.qg3.apps.qualys.com";
            case US4 -> "gateway.qg4.apps.qualys.com";
            case EU1 -> "gateway.qg1.apps.qualys.eu";
            case EU2 -> "gateway.qg2.apps.qualys.eu";
            case EU3 -> "gateway.qg3.apps.qualys.it";
            case IN1 -> "gateway.qg1.apps.qualys.in";
            case CA1 -> "gateway.qg1.apps.qualys.ca";
            case AE1 -> "gateway.qg1.apps.qualys.ae";
            case UK1 -> "gateway.qg1.apps.qualys.co.uk";
            case AU1 -> "gateway.qg1.apps.qualys.com.au";
            case KSA1 -> "gateway.qg1.apps.qualysksa.com";
        };
    }

    private static URI base(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return URI.create(
                url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getRawAuthority() + withoutEndingSlash(path));
    }

    private static String withoutEndingSlash(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
