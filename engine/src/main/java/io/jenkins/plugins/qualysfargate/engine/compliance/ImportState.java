package io.jenkins.plugins.qualysfargate.engine.compliance;

/** What became of the results of a run. */
public enum ImportState {
    /** This source keeps results as they come. */
    NOT_NEEDED,
    PENDING,
    FINISHED,
    FAILED,
    /** The source used a word that is not known here. */
    UNRECOGNISED
}
