package io.jenkins.plugins.qualysfargate.sidecar;

/**
 * Whether one source of events can be used here.
 *
 * @param reason why it is so
 * @param howToFix what a person should do; empty if nothing
 */
record SourceReadiness(Source source, State state, String reason, String howToFix) {

    /** How much of a source can be used. */
    enum State {
        AVAILABLE,
        /** Works, and misses something that it would see elsewhere. */
        LIMITED,
        UNAVAILABLE
    }

    static SourceReadiness available(Source source, String reason) {
        return new SourceReadiness(source, State.AVAILABLE, reason, "");
    }

    static SourceReadiness limited(Source source, String reason, String howToFix) {
        return new SourceReadiness(source, State.LIMITED, reason, howToFix);
    }

    static SourceReadiness unavailable(Source source, String reason, String howToFix) {
        return new SourceReadiness(source, State.UNAVAILABLE, reason, howToFix);
    }
}
