package io.jenkins.plugins.qualysfargate.engine.evidence;

/** The words for what is on record; {@code docs/user/evidence.md} explains each. */
public final class Actions {
    /** What became of occurrences, see {@link VerdictsNote}. */
    public static final String VERDICTS = "verdicts";

    /** Somebody sees to an incident, see {@link IncidentNote}. */
    public static final String ACKNOWLEDGE = "acknowledge";

    /** Somebody silences an incident, see {@link IncidentNote}. */
    public static final String MUTE = "mute";

    /** Somebody opens a pause, see {@link PauseNote}. */
    public static final String PAUSE = "pause";

    /** Somebody ends a pause early, see {@link PauseNote}. */
    public static final String RESUME = "resume";

    /** A make-up run is decided on, started or refused, see {@link ResubmissionNote}. */
    public static final String RESUBMIT = "resubmit";

    /** A message was taken by its channel, or given up, see {@link DeliveryNote}. */
    public static final String DELIVERY = "delivery";

    /** The monitor file is another one than before, see {@link SettingsNote}. */
    public static final String SETTINGS = "settings";

    /** Something is owed no longer because somebody says so, see {@link ForgetNote}. */
    public static final String FORGET = "forget";

    private Actions() {}
}
