package io.jenkins.plugins.qualysfargate.engine.sarif;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds one record of the arena: numbers as variable-length integers, texts as length and UTF-8. Reused, never shared. */
final class RecordWriter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int length;

    /** Begins a record that is linked to the one before it: the first eight bytes are its address. */
    void beginLinked() {
        length = Long.BYTES;
    }

    void link(long previous) {
        LONG.set(bytes, 0, previous);
    }

    void clear() {
        length = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void putByte(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void putNumber(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void putText(Text text) {
        putNumber(text.length());
        putBytes(text.bytes(), text.length());
    }

    void putText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        putNumber(encoded.length);
        putBytes(encoded, encoded.length);
    }

    private void putBytes(byte[] source, int count) {
        room(count);
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
