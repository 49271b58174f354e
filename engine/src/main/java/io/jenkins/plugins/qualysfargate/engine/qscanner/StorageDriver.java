package io.jenkins.plugins.qualysfargate.engine.qscanner;

/** Where a local image lies, in the scanner's words; {@link #NONE} is the registry. */
public enum StorageDriver {
    NONE("none"),
    DOCKER_OVERLAY2("docker-overlay2"),
    CONTAINERD_OVERLAYFS("containerd-overlayfs"),
    PODMAN_OVERLAY("podman-overlay");

    private final String word;

    StorageDriver(String word) {
        this.word = word;
    }

    /** The scanner's word, for example {@code docker-overlay2}. */
    public String word() {
        return word;
    }
}
