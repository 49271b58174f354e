package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.http.Loopback;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The token service that a registry sends its clients to; one that exists is safe to send a login to.
 *
 * @param service the registry's name there; may be empty
 */
record TokenRealm(URI uri, String service) {

    /** @throws UnresolvedException if it is no address, or one where a login could be read on the way */
    static TokenRealm of(String action, RegistryAddress registry, Challenge challenge) throws UnresolvedException {
        String realm = challenge.parameters().getOrDefault("realm", "");
        URI uri;
        try {
            uri = new URI(realm);
        } catch (URISyntaxException e) {
            throw refused(action, registry, realm, "is no address");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw refused(action, registry, realm, "is no address that can be called");
        }
        if (!"https".equals(uri.getScheme()) && !isPlainAndAllowed(uri, registry)) {
            throw refused(action, registry, realm, "is not protected by TLS");
        }
        return new TokenRealm(uri, challenge.parameters().getOrDefault("service", ""));
    }

    /** Over HTTP only where the registry itself is asked so, and then only on this machine or the registry's own host. */
    private static boolean isPlainAndAllowed(URI uri, RegistryAddress registry) {
        if (!"http".equals(uri.getScheme()) || !registry.plain()) {
            return false;
        }
        String asked = registry.base().getHost();
        return asked.equalsIgnoreCase(uri.getHost()) || (Loopback.isHost(asked) && Loopback.isHost(uri.getHost()));
    }

    private static UnresolvedException refused(String action, RegistryAddress registry, String realm, String reason) {
        return new UnresolvedException(
                "Could not " + action + ": " + registry + " sends its clients to the token service '"
                        + ForeignText.quote(realm) + "', which " + reason + ".",
                "No login was sent. Check that the registry is the right one, then ask its operator for a token service"
                        + " with https.");
    }
}
