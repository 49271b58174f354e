package io.jenkins.plugins.qualysfargate.sidecar.watch;

/** Why watching came to its end. */
public enum WatchEnd {
    /** It was asked to. */
    STOPPED,
    /** No process was the application for as long as it was waited for one. */
    NOT_FOUND,
    /** Nothing can be observed here, as was said. */
    NOTHING_TO_OBSERVE,
    /** Something stands still and does not go on: the process must end at once, so that the kernel lets it go. */
    STUCK,
    /** Nobody can be written to any more. */
    OUTPUT_CLOSED
}
