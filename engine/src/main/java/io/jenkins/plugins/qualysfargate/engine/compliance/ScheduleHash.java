package io.jenkins.plugins.qualysfargate.engine.compliance;

import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Tells one schedule from another in the keys of occurrences. */
final class ScheduleHash {
    private static final int BYTES = 8;

    private ScheduleHash() {}

    /** 16 hex digits of the SHA-256 of its canonical text. */
    static String of(Schedule schedule) {
        byte[] hash = BoundedText.sha256().digest(schedule.canonical().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
