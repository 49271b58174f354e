package io.jenkins.plugins.qualysfargate.engine.resubmit;

/** Tells people of an attempt that ended ill. */
public interface MakeUpAlarm {
    /** For who has nobody to tell: it is on record all the same. */
    MakeUpAlarm NOBODY = attempt -> true;

    /**
     * Tells of it; after a crash maybe twice.
     *
     * @return false if it is to be tried again with the next turn
     */
    boolean raise(MakeUpAttempt attempt);
}
