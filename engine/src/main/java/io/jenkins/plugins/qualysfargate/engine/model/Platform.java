package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an image runs on, in the words of the OCI image index: {@code os/architecture[/variant]}.
 *
 * @param variant for example {@code v8}; null where the architecture has none
 */
public record Platform(
        String os, String architecture, @Nullable String variant) {
    private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,31}");

    /** The platform that Fargate runs unless a task asks for another one. */
    public static final Platform LINUX_AMD64 = new Platform("linux", "amd64", null);

    /** @throws IllegalArgumentException unless each part begins with a letter or digit and holds nothing but {@code a-z 0-9 . _ -} */
    public Platform {
        if (!valid(os) || !valid(architecture) || (variant != null && !valid(variant))) {
            throw new IllegalArgumentException("'" + join(os, architecture, variant)
                    + "' is not a platform: os/architecture[/variant] is expected");
        }
    }

    /** @throws IllegalArgumentException if the text is not {@code os/architecture[/variant]} */
    public static Platform parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a platform: os/architecture[/variant] is expected, for example linux/amd64");
        }
        return new Platform(parts[0], parts[1], parts.length == 3 ? parts[2] : null);
    }

    /**
     * Reads what operating systems call a machine, {@code x86_64} and {@code aarch64} included.
     *
     * @throws IllegalArgumentException if that makes no platform
     */
    public static Platform ofMachine(String os, String machine) {
        String architecture =
                switch (machine) {
                    case "x86_64" -> "amd64";
                    case "aarch64" -> "arm64";
                    default -> machine;
                };
        return new Platform(os.toLowerCase(Locale.ROOT), architecture, null);
    }

    private static boolean valid(String part) {
        return PART.matcher(part).matches();
    }

    private static String join(String os, String architecture, @Nullable String variant) {
        return os + "/" + architecture + (variant == null ? "" : "/" + variant);
    }

    @Override
    public String toString() {
        return join(os, architecture, variant);
    }
}
