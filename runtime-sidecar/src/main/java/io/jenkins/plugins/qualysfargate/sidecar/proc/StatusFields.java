package io.jenkins.plugins.qualysfargate.sidecar.proc;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Single numbers of {@code /proc/<pid>/status}, for when the whole file is too much. The kernel escapes line breaks in the
 * name, so a field at the start of a line is the kernel's own.
 */
final class StatusFields {
    private StatusFields() {}

    /** The effective user: the second number after {@code Uid:}. */
    static OptionalLong effectiveUid(byte[] status) {
        return number(status, "Uid", 1);
    }

    static OptionalLong tracerPid(byte[] status) {
        return number(status, "TracerPid", 0);
    }

    private static OptionalLong number(byte[] status, String field, int index) {
        String text = new String(status, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("\n" + field + ":\t");
        int end = text.indexOf('\n', start + 1);
        if (start < 0 || end < 0) {
            return OptionalLong.empty();
        }
        String[] numbers = text.substring(start + field.length() + 3, end).split("\t");
        try {
            return index < numbers.length
                    ? OptionalLong.of(Long.parseUnsignedLong(numbers[index]))
                    : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
