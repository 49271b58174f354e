package io.jenkins.plugins.qualysfargate.jenkins.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The files that the form of a type is made of. */
record FormTextsOf(Class<?> type, String jelly) {
    static FormTextsOf type(Class<?> type) throws IOException {
        return new FormTextsOf(type, read(type, "config.jelly"));
    }

    /** @param language empty, or for example {@code _de} */
    String help(String name, String language) throws IOException {
        return read(type, "help-" + name + language + ".html");
    }

    private static String read(Class<?> type, String file) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + "/" + file)) {
            if (in == null) {
                throw new AssertionError(type.getSimpleName() + " has no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
