package io.jenkins.plugins.qualysfargate.engine.sarif;

import java.nio.charset.StandardCharsets;

/** Reads back what {@link RecordWriter} wrote, from one address on. */
final class RecordReader {
    private final Arena arena;
    private long address;

    RecordReader(Arena arena, long address) {
        this.arena = arena;
        this.address = address;
    }

    int readByte() {
        return arena.at(address++) & 0xFF;
    }

    long readNumber() {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = arena.at(address++);
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    String readText() {
        byte[] bytes = new byte[(int) readNumber()];
        arena.copy(address, bytes, bytes.length);
        address += bytes.length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** True if the text at this place is the given one; the place does not move. */
    boolean textIs(Text text) {
        RecordReader ahead = new RecordReader(arena, address);
        return ahead.readNumber() == text.length() && arena.matches(ahead.address, text.bytes(), text.length());
    }
}
