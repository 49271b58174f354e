package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Addresses that are secrets themselves: whoever knows one may use it. */
final class SecretAddress {
    private static final int SHORTEST_PART = 6;

    private SecretAddress() {}

    /** @throws IllegalArgumentException if it is none; the message holds nothing of it */
    static URI of(Token address) {
        URI uri;
        try {
            uri = new URI(address.reveal());
        } catch (URISyntaxException unreadable) {
            throw none();
        }
        try {
            return Calls.checked(uri);
        } catch (IllegalArgumentException open) {
            throw none();
        }
    }

    private static IllegalArgumentException none() {
        return new IllegalArgumentException(
                "A secret address is none that a channel can use: https://host/path without user"
                        + " information is expected; check the credentials");
    }

    /** What of it must stand in no message: the whole, its path, and every part of that which is long enough to be a key. */
    static List<String> parts(Token address) {
        URI uri = of(address);
        List<String> parts = new ArrayList<>(List.of(address.reveal()));
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        parts.add(path);
        for (String part : path.split("/", -1)) {
            if (part.length() >= SHORTEST_PART) {
                parts.add(part);
            }
        }
        if (uri.getRawQuery() != null) {
            parts.add(uri.getRawQuery());
        }
        return parts;
    }
}
