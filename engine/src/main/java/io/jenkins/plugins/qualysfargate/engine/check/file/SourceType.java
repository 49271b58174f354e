package io.jenkins.plugins.qualysfargate.engine.check.file;

import java.util.ArrayList;
import java.util.List;

/** A type of source: what it is called, and which keys only it has. */
enum SourceType {
    TENABLE_SC("nessus", Runs.SCHEDULED, "url", "zones", "feed-max-age"),
    ANCHORE("anchore", Runs.NONE, "url", "insecure", "api", "account", "feed-max-age", "evaluate"),
    GUARDDUTY("guardduty", Runs.NONE, "regions", "role", "external-id"),
    QUALYS_REGISTRY("registry", Runs.BOTH, "url", "max-age"),
    IMAGES("image", Runs.NONE, "regions", "role", "external-id", "repositories", "running", "max-age");

    private static final List<String> COMMON =
            List.of("id", "type", "kind", "credentials", "poll-every", "unreachable");

    private final String kind;
    private final Runs runs;
    private final List<String> own;

    SourceType(String kind, Runs runs, String... own) {
        this.kind = kind;
        this.runs = runs;
        this.own = List.of(own);
    }

    /** The word for titles. */
    String kind() {
        return kind;
    }

    Runs runs() {
        return runs;
    }

    /** All keys that such a source may have. */
    List<String> keys() {
        List<String> keys = new ArrayList<>(COMMON);
        keys.addAll(own);
        return keys;
    }

    /** True if it is called at an address of its own, and not by way of AWS. */
    boolean hasAddress() {
        return own.contains("url");
    }

    /** What a source tells of what it watches. */
    enum Runs {
        /** Runs, and when they are due. */
        SCHEDULED,
        /** States only. */
        NONE,
        /** Runs that are due, and states. */
        BOTH
    }
}
