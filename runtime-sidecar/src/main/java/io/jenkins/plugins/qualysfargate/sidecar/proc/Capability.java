package io.jenkins.plugins.qualysfargate.sidecar.proc;

/** The capabilities that sources need; numbers of linux/capability.h. */
public enum Capability {
    CAP_NET_RAW(13),
    CAP_SYS_PTRACE(19);

    private final int bit;

    Capability(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
