package io.jenkins.plugins.qualysfargate.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.Secret;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.durabletask.Controller;

/** An attempt to scan that was begun on an agent, as it is remembered across a restart of Jenkins. */
final class RunningScan implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What is scanned; equal for equal requests. */
    final String key;

    /** Absolute path of its place on the agent. */
    final String root;

    /** When the place was made, by the agent's clock, in milliseconds since the epoch. */
    final long preparedAt;

    /** By this controller's clock. */
    private volatile long launchedAt;

    @CheckForNull
    private volatile Controller controller;

    private volatile ArrayList<String> encryptedSecrets = new ArrayList<>();

    RunningScan(String key, String root, long preparedAt) {
        this.key = key;
        this.root = root;
        this.preparedAt = preparedAt;
    }

    void launched(Controller started, long now, List<String> secrets) {
        ArrayList<String> encrypted = new ArrayList<>();
        secrets.forEach(secret -> encrypted.add(Secret.fromString(secret).getEncryptedValue()));
        encryptedSecrets = encrypted;
        launchedAt = now;
        controller = started;
    }

    /** Null if it was not launched yet. */
    @CheckForNull
    Controller controller() {
        return controller;
    }

    long launchedAt() {
        return launchedAt;
    }

    /** What its process was given and nobody may read. */
    List<String> secrets() {
        return encryptedSecrets.stream()
                .map(text -> Secret.fromString(text).getPlainText())
                .toList();
    }
}
