package io.jenkins.plugins.qualysfargate.engine.compliance;

import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one schedule from another in the keys of occurrences. */
final class ScheduleHash {
    private static final int BYTES = 8;

    private ScheduleHash() {}

    /** 16 hex digits of the SHA-256 of its canonical text. */
    static String of(Schedule schedule) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(schedule.canonical().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime has no SHA-256; every Java runtime must", missing);
        }
    }
}
