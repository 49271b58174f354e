package io.jenkins.plugins.qualysfargate.engine.sarif;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An append-only store of bytes with long addresses. What goes beyond a few megabytes stands in a temporary file that is
 * mapped into memory: the kernel keeps it or writes it out, and the heap stays small.
 */
final class Arena {
    private static final int SHIFT = 21;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;
    private static final int CHUNKS_ON_HEAP = 4;

    private final List<ByteBuffer> chunks = new ArrayList<>();
    private long end;
    private @Nullable FileChannel spill;

    /** Where the next byte goes. */
    long end() {
        return end;
    }

    void append(byte[] source, int length) {
        int from = 0;
        while (from < length) {
            int offset = (int) (end & MASK);
            if (offset == 0) {
                chunks.add(newChunk());
            }
            int part = Math.min(length - from, CHUNK - offset);
            chunks.get((int) (end >>> SHIFT)).put(offset, source, from, part);
            from += part;
            end += part;
        }
    }

    byte at(long address) {
        return chunks.get((int) (address >>> SHIFT)).get((int) (address & MASK));
    }

    void put(long address, byte value) {
        chunks.get((int) (address >>> SHIFT)).put((int) (address & MASK), value);
    }

    void copy(long address, byte[] target, int length) {
        int to = 0;
        long from = address;
        while (to < length) {
            int offset = (int) (from & MASK);
            int part = Math.min(length - to, CHUNK - offset);
            chunks.get((int) (from >>> SHIFT)).get(offset, target, to, part);
            to += part;
            from += part;
        }
    }

    boolean matches(long address, byte[] expected, int length) {
        for (int i = 0; i < length; i++) {
            if (at(address + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Nothing is appended any more. The file loses its name here; its content lives as long as the mappings do. */
    void seal() {
        try {
            if (spill != null) {
                spill.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot close the temporary file of a large report", failed);
        }
    }

    private ByteBuffer newChunk() {
        if (chunks.size() < CHUNKS_ON_HEAP) {
            return ByteBuffer.allocate(CHUNK);
        }
        try {
            FileChannel channel = spill == null ? openSpill() : spill;
            spill = channel;
            return channel.map(MapMode.READ_WRITE, (long) (chunks.size() - CHUNKS_ON_HEAP) << SHIFT, CHUNK);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Cannot keep a large report in a temporary file; make room in "
                            + System.getProperty("java.io.tmpdir"),
                    failed);
        }
    }

    private static FileChannel openSpill() throws IOException {
        Path file = Files.createTempFile("qualys-fargate-", ".findings");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
