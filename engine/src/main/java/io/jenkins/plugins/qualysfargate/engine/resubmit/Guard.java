package io.jenkins.plugins.qualysfargate.engine.resubmit;

/** What has to hold before a run is started to make up for a failed one. */
public enum Guard {
    ZONE_FREE("G1", "the zone is free"),
    NOT_SUCCEEDED("G2", "it did not succeed meanwhile"),
    BEFORE_NEXT_DUE("G3", "it ends before the next scan of the zone is due"),
    SCANNER_WORKS("G4", "the zone has a working scanner"),
    NO_PAUSE("G5", "no maintenance, mute or freeze"),
    WITHIN_LIMITS("G6", "within the limits of attempts"),
    DEFINITION_ALLOWS("G7", "allowed, unchanged and still scheduled"),
    SOURCE_HEALTHY("G8", "the source is healthy"),
    NO_DEPENDENTS("G9", "starts no other scan"),
    PERSON_AGREES("G10", "a person agrees where one has to");

    private final String id;
    private final String words;

    Guard(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** Short, as in the documentation: G1 to G10. */
    public String id() {
        return id;
    }

    /** What it holds, for people. */
    public String words() {
        return words;
    }

    GuardVerdict passes(String reason) {
        return new GuardVerdict(this, GuardVerdict.Answer.PASSES, reason);
    }

    GuardVerdict refuses(String reason) {
        return new GuardVerdict(this, GuardVerdict.Answer.REFUSES, reason);
    }

    GuardVerdict asks(String reason) {
        return new GuardVerdict(this, GuardVerdict.Answer.NEEDS_APPROVAL, reason);
    }
}
