package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Takes exactly one file out of a tar stream (POSIX ustar). A library for the whole format would be larger than all else
 * here, and unpacks more than is wanted.
 */
final class TarArchive {
    static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE = 124;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;

    private final InputStream in;
    private final Function<String, IOException> refusal;

    /** @param refusal makes the exception for a reason */
    TarArchive(InputStream in, Function<String, IOException> refusal) {
        this.in = in;
        this.refusal = refusal;
    }

    /** True if a file that begins like this is a tar archive. */
    static boolean isHeader(byte[] block) {
        return text(block, MAGIC, 5).equals("ustar");
    }

    /** Copies the one regular file whose last name is {@code wanted}; several, none, or unsafe names are refused. */
    void copy(String wanted, OutputStream out) throws IOException {
        boolean found = false;
        for (byte[] header = block(); header[0] != 0; header = block()) {
            require(isHeader(header), "the archive in it is damaged");
            String path = path(header);
            require(isInside(path), "the archive in it holds the unsafe path '" + printable(path) + "'");
            long size = size(header);
            boolean named = path.substring(path.lastIndexOf('/') + 1).equals(wanted);
            if (named && header[TYPE] != '5') {
                require(header[TYPE] == '0' || header[TYPE] == 0, "'" + wanted + "' in its archive is no regular file");
                require(!found, "its archive holds several files named '" + wanted + "'");
                found = true;
                transfer(size, out);
            } else {
                transfer(size, OutputStream.nullOutputStream());
            }
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        }
        require(found, "its archive holds no file named '" + wanted + "'");
    }

    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        require(block.length == BLOCK, "the archive in it is cut off");
        return block;
    }

    private void transfer(long size, OutputStream to) throws IOException {
        long left = size;
        while (left > 0) {
            byte[] part = in.readNBytes((int) Math.min(left, 1 << 16));
            require(part.length > 0, "the archive in it is cut off");
            to.write(part);
            left -= part.length;
        }
    }

    private static String path(byte[] header) {
        String prefix = text(header, PREFIX, PREFIX_LENGTH);
        String name = text(header, 0, NAME_LENGTH);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static boolean isInside(String path) {
        if (path.startsWith("/") || path.indexOf('\\') >= 0) {
            return false;
        }
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private long size(byte[] header) throws IOException {
        String octal = text(header, SIZE, 12).strip();
        require(octal.matches("[0-7]{1,11}"), "the archive in it is damaged");
        return Long.parseLong(octal, 8);
    }

    private static String text(byte[] block, int from, int longest) {
        int end = from;
        while (end < from + longest && block[end] != 0) {
            end++;
        }
        return new String(block, from, end - from, StandardCharsets.UTF_8);
    }

    private static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }

    private void require(boolean holds, String reason) throws IOException {
        if (!holds) {
            throw refusal.apply(reason);
        }
    }
}
