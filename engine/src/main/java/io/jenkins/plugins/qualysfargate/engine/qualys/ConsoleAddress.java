package io.jenkins.plugins.qualysfargate.engine.qualys;

import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.net.URI;
import java.util.Optional;

/** Knows where people look things up on a Qualys platform; of a gateway nobody knows which console belongs to it. */
public final class ConsoleAddress {
    private static final String GATEWAY = "gateway.";

    private ConsoleAddress() {}

    /**
     * Page about a vulnerability, without the QID, which is appended. Qualys' own reports link there, and so do public
     * clients of the platform.
     */
    public static Optional<URI> vulnerabilities(QualysPlatform platform) {
        return platform.fold(
                pod -> Optional.of(URI.create("https://qualysguard." + domain(pod) + "/fo/common/vuln_info.php?id=")),
                gateway -> Optional.empty());
    }

    /** The two oldest platforms have consoles without a number; all others are named like their gateways. */
    private static String domain(QualysPlatform.Pod pod) {
        PodName name = pod.name();
        if (name == PodName.US1) {
            return "qualys.com";
        }
        if (name == PodName.EU1) {
            return "qualys.eu";
        }
        return GatewayAddress.of(pod).getHost().substring(GATEWAY.length());
    }
}
