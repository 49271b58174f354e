package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes tar archives, also such as no tool would write. */
final class TarBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    TarBytes file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    TarBytes file(String path, byte[] content) {
        header(path, content.length, '0', "");
        bytes.writeBytes(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
        return this;
    }

    TarBytes link(String path, String target) {
        header(path, 0, '2', target);
        return this;
    }

    byte[] end() {
        bytes.writeBytes(new byte[1024]);
        return bytes.toByteArray();
    }

    byte[] cut(int length) {
        return Arrays.copyOf(bytes.toByteArray(), length);
    }

    private void header(String path, int size, char type, String target) {
        byte[] header = new byte[512];
        put(header, 0, path);
        put(header, 124, String.format("%011o", size));
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar");
        bytes.writeBytes(header);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(raw, 0, header, at, raw.length);
    }
}
