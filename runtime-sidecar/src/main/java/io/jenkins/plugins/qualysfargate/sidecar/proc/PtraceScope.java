package io.jenkins.plugins.qualysfargate.sidecar.proc;

import java.util.List;

/** Yama's answer to who may attach to whom: Documentation/admin-guide/LSM/Yama.rst of the kernel. */
public enum PtraceScope {
    /** Any process of the same user. */
    CLASSIC,
    /** Descendants only, unless with CAP_SYS_PTRACE. */
    RESTRICTED,
    /** Only with CAP_SYS_PTRACE. */
    ADMIN_ONLY,
    /** Nobody, whatever the capabilities, until the next boot. */
    NO_ATTACH;

    /** @throws MalformedProcException if it is none of the four */
    static PtraceScope parse(List<String> lines) throws MalformedProcException {
        String value = lines.size() == 1 ? lines.get(0).strip() : "";
        return switch (value) {
            case "0" -> CLASSIC;
            case "1" -> RESTRICTED;
            case "2" -> ADMIN_ONLY;
            case "3" -> NO_ATTACH;
            default ->
                throw new MalformedProcException(
                        "ptrace_scope is '" + String.join("|", lines) + "'; one line with 0, 1, 2 or 3 is expected");
        };
    }
}
