package io.jenkins.plugins.qualysfargate.sidecar.proc;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The sockets of {@code /proc/<pid>/net/tcp} and {@code tcp6} that wait for connections: proc_net_tcp in the kernel's documentation. */
final class Listeners {
    // Columns: sl, local_address, rem_address, st, queues, timer, retransmits, uid, timeout, inode.
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    /** net/tcp_states.h: TCP_LISTEN. */
    private static final String LISTEN = "0A";

    private Listeners() {}

    /** Their inodes; lines that are not as expected are none. */
    static Set<String> inodes(byte[] table, int port) {
        String end = ":%04X".formatted(port);
        Set<String> inodes = new HashSet<>();
        new String(table, StandardCharsets.US_ASCII).lines().skip(1).forEach(line -> {
            String[] columns = line.strip().split(" +");
            if (columns.length > INODE && columns[STATE].equals(LISTEN) && columns[LOCAL].endsWith(end)) {
                inodes.add(columns[INODE]);
            }
        });
        return inodes;
    }
}
