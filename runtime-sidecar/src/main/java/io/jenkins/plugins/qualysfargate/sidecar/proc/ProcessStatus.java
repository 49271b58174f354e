package io.jenkins.plugins.qualysfargate.sidecar.proc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of {@code /proc/<pid>/status} that decides what may be observed: proc_pid_status(5).
 *
 * @param name the process chose it itself: hostile
 * @param tracerPid 0 if nobody traces it
 * @param effectiveCapabilities one bit per capability
 * @param seccomp which filter the process runs under
 */
public record ProcessStatus(String name, long pid, long tracerPid, long effectiveCapabilities, Seccomp seccomp) {

    /** What kind of system call filter a process has: linux/seccomp.h. */
    public enum Seccomp {
        DISABLED,
        STRICT,
        FILTER
    }

    /** True if the process holds the capability now. */
    public boolean may(Capability capability) {
        return (effectiveCapabilities >>> capability.bit() & 1) == 1;
    }

    /** @throws MalformedProcException naming the field that is missing or no number */
    static ProcessStatus parse(List<String> lines) throws MalformedProcException {
        Map<String, String> fields = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                // The kernel escapes line breaks in names, so the first of two equal fields is the kernel's own.
                fields.putIfAbsent(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        int seccomp = (int) number(fields, "Seccomp", 10);
        if (seccomp >= Seccomp.values().length) {
            throw new MalformedProcException("status: Seccomp is " + seccomp + "; 0, 1 or 2 is expected");
        }
        return new ProcessStatus(
                text(fields, "Name"),
                number(fields, "Pid", 10),
                number(fields, "TracerPid", 10),
                number(fields, "CapEff", 16),
                Seccomp.values()[seccomp]);
    }

    private static String text(Map<String, String> fields, String name) throws MalformedProcException {
        String value = fields.get(name);
        if (value == null) {
            throw new MalformedProcException(
                    "status: " + name + " is missing; the file was cut, or the kernel is not one" + " that is known");
        }
        return value;
    }

    private static long number(Map<String, String> fields, String name, int radix) throws MalformedProcException {
        String value = text(fields, name);
        try {
            // Exactly as long as the kernel prints it: a shorter one was cut and would hide capabilities.
            if (radix == 10 || value.length() == 16) {
                return Long.parseUnsignedLong(value, radix);
            }
        } catch (NumberFormatException e) {
            throw new MalformedProcException("status: " + name + " is '" + value + "', which is no number");
        }
        throw new MalformedProcException("status: " + name + " is '" + value + "'; 16 hex digits are expected");
    }
}
