package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the results of one rule brought, in their order. A record is the address of the one before (8 bytes, lowest
 * first), a kind, and its body.
 *
 * @param message text of the first result, kept only where the rule has no title; empty otherwise
 */
record LinkedRecords(List<AffectedPackage> packages, String message) {
    private static final int PACKAGE = 1;
    private static final int MESSAGE = 2;

    static void encodeMessage(RecordWriter record, Text message) {
        record.putByte(MESSAGE);
        record.putText(message);
    }

    /**
     * @param path of the result; not present where the result names none
     * @param layer its number in the table of layers; 0 for none
     */
    static void encodePackage(RecordWriter record, Text path, PackageFields affected, int layer) {
        record.putByte(PACKAGE);
        putOptional(record, path);
        putOptional(record, affected.name());
        putOptional(record, affected.installedVersion());
        putOptional(record, affected.fixedVersion());
        record.putByte(layer);
    }

    static LinkedRecords of(Arena arena, LayerTable layers, long newest) {
        List<AffectedPackage> packages = new ArrayList<>();
        String message = "";
        for (long next = newest; next != FindingTable.NONE; next = previous(arena, next)) {
            RecordReader in = new RecordReader(arena, next + Long.BYTES);
            if (in.readByte() == MESSAGE) {
                message = in.readText();
            } else {
                packages.add(decode(in, layers));
            }
        }
        Collections.reverse(packages);
        return new LinkedRecords(packages, message);
    }

    static long previous(Arena arena, long address) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value |= (arena.at(address + i) & 0xFFL) << (i * Byte.SIZE);
        }
        return value;
    }

    private static AffectedPackage decode(RecordReader in, LayerTable layers) {
        String path = readOptional(in);
        String name = orEmpty(readOptional(in));
        String installed = orEmpty(readOptional(in));
        String fixed = readOptional(in);
        int layer = in.readByte();
        // QScanner writes the package's name where it knows no path.
        return new AffectedPackage(
                name, installed, fixed, name.equals(path) ? null : path, layer == 0 ? null : layers.get(layer));
    }

    private static void putOptional(RecordWriter record, Text text) {
        record.putByte(text.isBlank() ? 0 : 1);
        if (!text.isBlank()) {
            record.putText(text);
        }
    }

    private static @Nullable String readOptional(RecordReader in) {
        return in.readByte() == 0 ? null : in.readText();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
