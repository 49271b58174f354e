package io.jenkins.plugins.qualysfargate.sidecar.libc;

import java.nio.charset.StandardCharsets;

/**
 * What the running kernel calls itself.
 *
 * @param release for example {@code 5.10.186}
 * @param machine for example {@code x86_64}, {@code aarch64}
 */
public record Kernel(String release, String machine) {
    private static final int RELEASE = 2;
    private static final int MACHINE = 4;

    /** Asks the kernel. */
    public static Kernel running() {
        byte[] utsname = new byte[LibC.UTSNAME_FIELD * LibC.UTSNAME_FIELDS];
        if (LibC.uname(utsname) != 0) {
            throw new IllegalStateException("uname failed with errno " + LibC.errno()
                    + ", which it only does for a bad address: the mapping is wrong for this machine");
        }
        return new Kernel(field(utsname, RELEASE), field(utsname, MACHINE));
    }

    private static String field(byte[] utsname, int index) {
        int start = index * LibC.UTSNAME_FIELD;
        int end = start;
        while (end < start + LibC.UTSNAME_FIELD && utsname[end] != 0) {
            end++;
        }
        return new String(utsname, start, end - start, StandardCharsets.US_ASCII);
    }
}
