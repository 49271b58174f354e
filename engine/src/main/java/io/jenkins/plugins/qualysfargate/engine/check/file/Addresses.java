package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.http.Loopback;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads addresses. Where credentials are sent, nobody may listen: only this machine itself is talked to in the clear. */
final class Addresses {
    private Addresses() {}

    /** An address that credentials are sent to. */
    static @Nullable URI guarded(Value value) {
        URI address = hook(value);
        return address == null ? null : bare(value, address);
    }

    /** The same for one that is called as it stands. */
    static @Nullable URI hook(Value value) {
        URI address = web(value);
        if (address == null) {
            return null;
        }
        if (address.getScheme().equals("http") && !Loopback.isHost(address.getHost())) {
            value.refuse("would send credentials where everybody can read them: write https");
            return null;
        }
        return address;
    }

    /** An address that its owner serves in the clear, and says so. */
    static @Nullable URI plain(Value value) {
        URI address = web(value);
        return address == null ? null : bare(value, address);
    }

    /** An address for people. */
    static @Nullable URI link(Value value) {
        return web(value);
    }

    /** A mail server. */
    static @Nullable URI mailServer(Value value) {
        URI address = parse(value);
        if (address != null
                && address.getHost() != null
                && ("smtp".equals(address.getScheme()) || "smtps".equals(address.getScheme()))
                && isBare(address)
                && (address.getPath() == null || address.getPath().isEmpty())) {
            return address;
        }
        value.refuse("is not a mail server such as smtp://mail.example.com:587 or smtps://mail.example.com");
        return null;
    }

    private static @Nullable URI web(Value value) {
        URI address = parse(value);
        if (address == null) {
            return null;
        }
        if (address.getHost() == null || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
            value.refuse("is not an address such as https://host/path");
            return null;
        }
        if (address.getRawUserInfo() != null) {
            value.refuse("holds a user or password; the file names credentials and never holds them");
            return null;
        }
        return address;
    }

    private static @Nullable URI bare(Value value, URI address) {
        if (!isBare(address)) {
            value.refuse("has a part behind ? or #, which is no part of such an address; leave it out");
            return null;
        }
        return address;
    }

    private static boolean isBare(URI address) {
        return address.getRawQuery() == null && address.getRawFragment() == null && address.getRawUserInfo() == null;
    }

    private static @Nullable URI parse(Value value) {
        String text = value.text(Forms.ADDRESS);
        if (text == null) {
            return null;
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            value.refuse("is not an address such as https://host/path (" + e.getReason() + ")");
            return null;
        }
    }
}
