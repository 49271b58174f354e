package io.jenkins.plugins.qualysfargate.engine.resubmit;

/** How far an attempt has come. */
public enum AttemptState {
    /** Saved before the launch was sent; whether it arrived is not known. */
    INTENT(true),
    /** The source has a run for it; whether that scans is not known. */
    LAUNCHED(true),
    /** Something is really being scanned. */
    SCANNING(true),
    /** The run has ended after it had scanned; how well is judged by the check. */
    FINISHED(false),
    /** It was surely not launched. */
    NOT_LAUNCHED(false),
    /** It was launched twice, and the source shows no run. */
    LOST(false),
    /** Its run did not begin to scan in time. */
    NEVER_STARTED(false);

    private final boolean underWay;

    AttemptState(boolean underWay) {
        this.underWay = underWay;
    }

    /** True as long as it keeps its zone busy. */
    public boolean underWay() {
        return underWay;
    }
}
