package io.jenkins.plugins.qualysfargate.sidecar.syscall;

import java.util.Optional;

/** The processor architectures that Fargate runs. */
public enum Architecture {
    X86_64,
    ARM64;

    /** Reads what {@code uname -m} prints; empty for an architecture that is not supported. */
    public static Optional<Architecture> ofMachine(String machine) {
        return switch (machine) {
            case "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(ARM64);
            default -> Optional.empty();
        };
    }
}
