package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;

/** What an exit code of the scanner means for the gate. */
public enum ExitClass {
    /** The scan is done, which says nothing about findings. */
    DONE(IndeterminateCause.SCANNER_FAILED),
    /** The scan is done and the central policy denies the image. */
    DENIED(IndeterminateCause.SCANNER_FAILED),
    /** The scan is done and the central policy evaluated nothing. */
    UNDETERMINED(IndeterminateCause.NOT_EVALUATED),
    /** The back end has no report or decision yet; asked again after a pause, a few times. */
    BACKEND_PENDING(IndeterminateCause.SCANNER_FAILED),
    /** The back end did not take what was uploaded; tried once more with a fresh token. */
    BACKEND_UPLOAD(IndeterminateCause.SCANNER_FAILED),
    /** The image could not be read. */
    IMAGE_UNREADABLE(IndeterminateCause.SCANNER_FAILED),
    /** The scanner was called or set up wrongly. */
    SETUP(IndeterminateCause.SCANNER_UNAVAILABLE),
    /** The scanner could look at a part of the image only. */
    INCOMPLETE(IndeterminateCause.INCOMPLETE_SCAN),
    /** Everything else, unknown codes and signals included. */
    FAILED(IndeterminateCause.SCANNER_FAILED);

    private final IndeterminateCause cause;

    ExitClass(IndeterminateCause cause) {
        this.cause = cause;
    }

    /** The cause that an image of this class is undecided for; without meaning for those that are done. */
    IndeterminateCause cause() {
        return cause;
    }
}
