package io.jenkins.plugins.qualysfargate.sidecar.process;

/**
 * One process as the kernel described it at one moment; never its environment.
 *
 * @param parentPid 0 if its parent is outside of this PID namespace
 * @param uid the effective user
 * @param startTicks when the process was forked, in clock ticks since the machine started: with the pid, who it is
 * @param executable the file that runs, as the kernel names it; empty if that could not be read
 */
public record ProcessFacts(
        int pid, int parentPid, long uid, long startTicks, String executable, CommandLine commandLine) {}
