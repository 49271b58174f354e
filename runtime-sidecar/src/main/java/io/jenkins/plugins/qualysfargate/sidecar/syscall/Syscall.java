package io.jenkins.plugins.qualysfargate.sidecar.syscall;

import java.util.OptionalInt;

/**
 * One system call.
 *
 * @param name as in the kernel's headers, without {@code __NR_}
 * @param x86 number on x86-64, or {@link #ABSENT}
 * @param arm number on arm64, or {@link #ABSENT}
 */
public record Syscall(String name, int x86, int arm) {
    /** This architecture has no such call: arm64 dropped those that have a newer form. */
    static final int ABSENT = -1;

    /** Its number; empty where the architecture has no such call. */
    public OptionalInt number(Architecture architecture) {
        int number =
                switch (architecture) {
                    case X86_64 -> x86;
                    case ARM64 -> arm;
                };
        return number == ABSENT ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
