package io.jenkins.plugins.qualysfargate.engine.registry;

/** Knows what one tool prints when it pushes. */
interface PushTool {

    /**
     * Looks at one line.
     *
     * @param line without escape sequences
     * @return true if the line is of this tool, so that no other one needs to look at it
     */
    boolean read(String line, PushedImages found);

    /** The log is over: tells what is still open. */
    default void end(PushedImages found) {}
}
