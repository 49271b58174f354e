package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How mail leaves.
 *
 * @param host of the server that takes it
 * @param user null if it wants no login
 * @param password null if it wants no login
 * @param caFile PEM file with certificates that are trusted besides those of the Java runtime; null for none
 */
public record MailServer(
        String host,
        int port,
        Encryption encryption,
        @Nullable String user,
        @Nullable Token password,
        @Nullable Path caFile) {
    private static final String TIMEOUT = "20000";

    /** How the connection is kept secret. */
    public enum Encryption {
        /** Not at all; no login is sent then. */
        NONE,
        /** It begins in the clear and goes on with TLS, or ends. Port 587. */
        STARTTLS,
        /** TLS from the beginning. Port 465. */
        TLS
    }

    /** @throws IllegalArgumentException if a login would go over the network in the clear, or half of it is missing */
    public MailServer {
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException(
                    "Mail server " + host + " has a user or a password, and needs both or neither");
        }
        if (user != null && encryption == Encryption.NONE) {
            throw new IllegalArgumentException(
                    "Mail server " + host + " would get its password in the clear: choose STARTTLS or TLS");
        }
    }

    /** https://jakarta.ee/specifications/mail/ and Angus Mail's package com.sun.mail.smtp; times in milliseconds. */
    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT);
        properties.put("mail.smtp.timeout", TIMEOUT);
        properties.put("mail.smtp.writetimeout", TIMEOUT);
        properties.put("mail.smtp.auth", String.valueOf(user != null));
        properties.put("mail.smtp.starttls.enable", String.valueOf(encryption == Encryption.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(encryption == Encryption.STARTTLS));
        properties.put("mail.smtp.ssl.enable", String.valueOf(encryption == Encryption.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        // One address that nobody reads any more must not keep the others from hearing.
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.localhost", "qualys-fargate.invalid");
        return properties;
    }
}
