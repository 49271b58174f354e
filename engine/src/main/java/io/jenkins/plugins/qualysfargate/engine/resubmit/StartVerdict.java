package io.jenkins.plugins.qualysfargate.engine.resubmit;

/**
 * Whether a launched run really scans.
 *
 * @param words a sentence
 */
record StartVerdict(Kind kind, String words) {

    enum Kind {
        WAITING,
        /** Waiting behind others, so the time does not count. */
        QUEUED_BEHIND_OTHERS,
        SCANNING,
        /** It has ended after it had scanned. */
        FINISHED,
        NEVER_STARTED
    }
}
