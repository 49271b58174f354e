package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about all its results.
 *
 * @param severity the rule's own severity; null where it states none
 * @param level the severity that its default level stands for; null where it has no default level
 */
record Rule(
        @Nullable Severity severity,
        @Nullable Severity level,
        String title,
        @Nullable Double qds,
        @Nullable Double cvss,
        List<String> cves) {
    static final Rule MISSING = new Rule(null, null, "", null, null, List.of());

    private static final int ABSENT = 15;

    static void encode(RecordWriter record, RuleFields rule) {
        record.putByte(code(rule.severity()));
        record.putByte(code(rule.level()));
        record.putText(rule.title());
        putDouble(record, rule.qds());
        putDouble(record, rule.cvss());
        record.putNumber(rule.cves().size());
        for (String cve : rule.cves()) {
            record.putText(cve);
        }
    }

    static Rule decode(Arena arena, long address) {
        RecordReader in = new RecordReader(arena, address);
        Severity severity = readSeverity(in);
        Severity level = readSeverity(in);
        String title = in.readText();
        Double qds = readDouble(in);
        Double cvss = readDouble(in);
        List<String> cves = new ArrayList<>();
        for (long left = in.readNumber(); left > 0; left--) {
            cves.add(in.readText());
        }
        return new Rule(severity, level, title, qds, cvss, cves);
    }

    private static int code(@Nullable Severity severity) {
        return severity == null ? ABSENT : severity.ordinal();
    }

    /** A record begins with the severity and the level, so that findings are counted without reading the rest. */
    static @Nullable Severity readSeverity(RecordReader in) {
        int code = in.readByte();
        return code == ABSENT ? null : Severity.values()[code];
    }

    private static void putDouble(RecordWriter record, @Nullable Double value) {
        record.putByte(value == null ? 0 : 1);
        if (value != null) {
            record.putNumber(Double.doubleToLongBits(value));
        }
    }

    private static @Nullable Double readDouble(RecordReader in) {
        return in.readByte() == 0 ? null : Double.valueOf(Double.longBitsToDouble(in.readNumber()));
    }
}
