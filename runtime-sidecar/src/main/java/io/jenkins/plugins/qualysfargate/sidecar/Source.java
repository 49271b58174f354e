package io.jenkins.plugins.qualysfargate.sidecar;

/** What readiness is asked about: the sources of events, and what all of them stand on. */
enum Source {
    MACHINE("machine", "the facts themselves"),
    ARCHITECTURE("architecture", "numbers of system calls"),
    PTRACE("ptrace", "every exec, fork and exit"),
    INOTIFY("inotify", "changes of watched files"),
    SOCK_DIAG("sock_diag", "open sockets and their processes"),
    PACKETS("packets", "every connection attempt, DNS names"),
    PROCESS("process", "the process that shall be watched");

    private final String word;
    private final String sees;

    Source(String word, String sees) {
        this.word = word;
        this.sees = sees;
    }

    /** The name in JSON; it never changes. */
    String word() {
        return word;
    }

    /** What it is good for, for people. */
    String sees() {
        return sees;
    }
}
