package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A registry that Qualys scans.
 *
 * @param uri as somebody typed it
 */
record QualysRegistry(String uuid, String uri) {
    // They become parts of addresses.
    static final Pattern UUID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<String> HUB =
            Set.of("docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com", "hub.docker.com");

    static QualysRegistry of(JsonNode entry) throws UnreadableValueException {
        String uuid = Scalars.text(entry, "registryUuid");
        if (!UUID.matcher(uuid).matches()) {
            throw new UnreadableValueException("registryUuid", uuid, "the id of a registry");
        }
        String uri = Scalars.text(entry, "registryUri");
        return new QualysRegistry(uuid, uri.isEmpty() ? uuid : uri);
    }

    /** The host alone; Docker Hub has several, and one name here. */
    String host() {
        return host(uri);
    }

    static String host(String address) {
        String rest = address.contains("://") ? address.substring(address.indexOf("://") + 3) : address;
        int slash = rest.indexOf('/');
        String host = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
        return HUB.contains(host) ? "docker.io" : host;
    }
}
