package io.jenkins.plugins.qualysfargate.engine.registry;

/** What a login is asked for, in the words of the distribution project's token scopes. */
enum RegistryRight {
    PULL("pull", "pull from"),
    PUSH("pull,push", "push to");

    private final String scope;
    private final String words;

    RegistryRight(String scope, String words) {
        this.scope = scope;
        this.words = words;
    }

    String scope() {
        return scope;
    }

    /** Completes "it may …" before the name of a repository. */
    String words() {
        return words;
    }
}
