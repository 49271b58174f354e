package io.jenkins.plugins.qualysfargate.sidecar.proc;

import java.nio.charset.StandardCharsets;

/**
 * The part of {@code /proc/<pid>/stat} that says who a process is: proc_pid_stat(5).
 *
 * @param state one letter
 * @param startTicks when it was forked, in clock ticks since the machine started
 */
record ProcessStat(int pid, char state, int parentPid, long startTicks) {
    // Places after the name, which stands second: state is the third field, ppid the fourth, starttime the 22nd.
    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int START = 19;

    /** True if nothing runs any more, although it is still listed: Z waits for its parent, X is just being removed. */
    boolean ended() {
        return state == 'Z' || state == 'X';
    }

    /** @throws MalformedProcException naming what is missing or no number */
    static ProcessStat parse(byte[] bytes) throws MalformedProcException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        // The process chose the name between the parentheses, and it may contain both of them: only the last one ends
        // it.
        int open = text.indexOf(" (");
        int close = text.lastIndexOf(") ");
        if (open < 0 || close < open) {
            throw new MalformedProcException("stat: the name in parentheses is missing; the file was cut");
        }
        String[] fields = text.substring(close + 2).split(" ", START + 2);
        if (fields.length < START + 2 || fields[STATE].length() != 1) {
            throw new MalformedProcException("stat: it ends before the start time; the file was cut");
        }
        try {
            return new ProcessStat(
                    Integer.parseInt(text.substring(0, open)),
                    fields[STATE].charAt(0),
                    Integer.parseInt(fields[PARENT]),
                    Long.parseLong(fields[START]));
        } catch (NumberFormatException e) {
            throw new MalformedProcException("stat: pid, ppid or starttime is no number: " + e.getMessage());
        }
    }
}
