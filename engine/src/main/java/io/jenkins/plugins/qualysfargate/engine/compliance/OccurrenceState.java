package io.jenkins.plugins.qualysfargate.engine.compliance;

/** What is known of one occurrence; whatever was not wholly answered is {@link #UNKNOWN}. */
public enum OccurrenceState {
    /** Not due yet. */
    SCHEDULED(Kind.PENDING),
    /** Due, and still within the grace to start. */
    DUE(Kind.PENDING),
    RUNNING(Kind.PENDING),
    /** Runs, but began after its grace. */
    RUNNING_LATE(Kind.PENDING),
    /** Finished well, and its results are not imported yet. */
    IMPORT_PENDING(Kind.PENDING),
    OK(Kind.GOOD),
    /** Finished well after its window. */
    OK_LATE(Kind.GOOD),
    /** A make-up run went well; the first verdict stays on record. */
    RECOVERED(Kind.GOOD),
    /** Did not begin in its grace, and may still begin in its window. */
    LATE(Kind.BAD),
    /** Did not begin at all. */
    MISSED(Kind.BAD),
    /** Still in progress after its longest run time or its window; not missed. */
    OVERRUN(Kind.BAD),
    /** In progress without any progress. */
    STALLED(Kind.BAD),
    PARTIAL(Kind.BAD),
    FAILED(Kind.BAD),
    IMPORT_FAILED(Kind.BAD),
    /** Says that it is complete, and scanned nothing or far less than usual. */
    EMPTY_SUSPECT(Kind.BAD),
    /** A make-up run is under way. */
    RECOVERING(Kind.BAD),
    /** The make-up run failed as well. */
    FAILED_AGAIN(Kind.BAD),
    /** The source or this program was blind, or the answer was not understood. */
    UNKNOWN(Kind.UNKNOWN),
    /** The monitor itself cannot work: it selects nothing, its definition is gone, its schedule is no schedule. */
    MISCONFIGURED(Kind.UNKNOWN),
    /** Would be bad, but falls into a maintenance window. */
    EXCUSED(Kind.EXEMPT),
    /** Nothing is owed: switched off in its source, or removed with approval. */
    NOT_APPLICABLE(Kind.EXEMPT);

    private final Kind kind;

    OccurrenceState(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** True if somebody has to look at it. */
    public boolean alarming() {
        return kind == Kind.BAD || kind == Kind.UNKNOWN;
    }

    /** What a state means for a yes or no. */
    public enum Kind {
        /** Nothing is wrong so far. */
        PENDING,
        GOOD,
        BAD,
        /** Nobody could tell; never good. */
        UNKNOWN,
        /** Recorded, and not counted. */
        EXEMPT
    }
}
