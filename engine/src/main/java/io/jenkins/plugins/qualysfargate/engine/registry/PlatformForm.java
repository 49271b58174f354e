package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Brings platforms into the normal form that containerd compares, so that two spellings of one platform are equal. The
 * rules are those of {@code Normalize} in containerd's platforms package; nothing else runs in place of what is wanted, so
 * {@code arm/v6} is no answer to {@code arm/v7}.
 */
final class PlatformForm {
    private PlatformForm() {}

    static Platform normal(Platform platform) {
        String os = platform.os().equals("macos") ? "darwin" : platform.os();
        String architecture = platform.architecture().toLowerCase(Locale.ROOT);
        String variant = platform.variant();
        return switch (architecture) {
            case "amd64", "x86_64", "x86-64" -> new Platform(os, "amd64", "v1".equals(variant) ? null : variant);
            case "386", "i386" -> new Platform(os, "386", null);
            case "arm64", "aarch64" ->
                new Platform(os, "arm64", "8".equals(variant) || "v8".equals(variant) ? null : variant);
            case "armhf" -> new Platform(os, "arm", "v7");
            case "armel" -> new Platform(os, "arm", "v6");
            case "arm" -> new Platform(os, "arm", arm(variant));
            default -> new Platform(os, architecture, variant);
        };
    }

    private static String arm(@Nullable String variant) {
        if (variant == null) {
            return "v7";
        }
        return switch (variant) {
            case "5", "6", "7", "8" -> "v" + variant;
            default -> variant;
        };
    }
}
