package io.jenkins.plugins.qualysfargate.engine.check.file;

import java.util.List;
import java.util.stream.Stream;

/** A type of source: what it is called, and which keys only it has. */
enum SourceType {
    TENABLE_SC("nessus", Runs.SCHEDULED),
    ANCHORE("anchore", Runs.NONE),
    GUARDDUTY("guardduty", Runs.NONE),
    QUALYS_REGISTRY("registry", Runs.BOTH),
    IMAGES("image", Runs.NONE);

    private final String kind;
    private final Runs runs;

    SourceType(String kind, Runs runs) {
        this.kind = kind;
        this.runs = runs;
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
        Stream<String> common = Stream.of("id", "type", "kind", "credentials", "poll-every", "unreachable");
        return Stream.concat(common, own().stream()).toList();
    }

    private List<String> own() {
        return switch (this) {
            case TENABLE_SC -> List.of("url", "zones", "feed-max-age");
            case ANCHORE -> List.of("url", "insecure", "api", "account", "feed-max-age", "evaluate");
            case GUARDDUTY -> List.of("regions", "role", "external-id");
            case QUALYS_REGISTRY -> List.of("url", "max-age");
            case IMAGES -> List.of("regions", "role", "external-id", "repositories", "running", "max-age");
        };
    }

    /** True if it is called at an address of its own, and not by way of AWS. */
    boolean hasAddress() {
        return own().contains("url");
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
