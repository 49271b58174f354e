package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;

/**
 * How a run is at one moment.
 *
 * @param begun true as soon as something is really being scanned
 * @param word the source's own word for the state
 * @param detail what the source says of a failure; empty if nothing
 */
public record RunLook(RunState state, boolean begun, String word, String detail) {

    /** True if it has surely ended. */
    boolean ended() {
        return switch (state) {
            case COMPLETED, PARTIAL, FAILED, STOPPED -> true;
            case QUEUED, RUNNING, PAUSED, UNRECOGNISED -> false;
        };
    }

    /** For people. */
    String words() {
        return "'" + word + "'" + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
