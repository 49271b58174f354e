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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An append-only store of bytes with long addresses. What goes beyond a few megabytes stands in a temporary file that is
 * mapped into memory: the kernel keeps it or writes it out, and the heap stays small.
 */
final class Arena {
    private static final int ON_HEAP = 8 << 20;
    private static final int SHIFT = 21;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;

    private final List<ByteBuffer> spilled = new ArrayList<>();
    private byte[] heap = new byte[4096];
    private long end;
    private @Nullable FileChannel file;

    /** Where the next byte goes. */
    long end() {
        return end;
    }

    void append(byte[] source, int length) {
        int from = 0;
        if (end < ON_HEAP) {
            from = (int) Math.min(length, ON_HEAP - end);
            growHeap((int) end + from);
            System.arraycopy(source, 0, heap, (int) end, from);
            end += from;
        }
        while (from < length) {
            int offset = (int) ((end - ON_HEAP) & MASK);
            if (offset == 0) {
                spilled.add(newChunk());
            }
            int part = Math.min(length - from, CHUNK - offset);
            chunk(end).put(offset, source, from, part);
            from += part;
            end += part;
        }
    }

    byte at(long address) {
        return address < ON_HEAP ? heap[(int) address] : chunk(address).get((int) ((address - ON_HEAP) & MASK));
    }

    void put(long address, byte value) {
        if (address < ON_HEAP) {
            heap[(int) address] = value;
        } else {
            chunk(address).put((int) ((address - ON_HEAP) & MASK), value);
        }
    }

    void copy(long address, byte[] target, int length) {
        int to = 0;
        if (address < ON_HEAP) {
            to = (int) Math.min(length, ON_HEAP - address);
            System.arraycopy(heap, (int) address, target, 0, to);
        }
        while (to < length) {
            long from = address + to;
            int offset = (int) ((from - ON_HEAP) & MASK);
            int part = Math.min(length - to, CHUNK - offset);
            chunk(from).get(offset, target, to, part);
            to += part;
        }
    }

    boolean matches(long address, byte[] expected, int length) {
        if (address + length <= ON_HEAP) {
            return Arrays.equals(heap, (int) address, (int) address + length, expected, 0, length);
        }
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
            if (file != null) {
                file.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot close the temporary file of a large report", failed);
        }
    }

    private void growHeap(int needed) {
        if (needed > heap.length) {
            heap = Arrays.copyOf(heap, Math.min(ON_HEAP, Math.max(needed, heap.length * 2)));
        }
    }

    private ByteBuffer chunk(long address) {
        return spilled.get((int) ((address - ON_HEAP) >>> SHIFT));
    }

    private ByteBuffer newChunk() {
        try {
            FileChannel channel = file == null ? openFile() : file;
            file = channel;
            return channel.map(MapMode.READ_WRITE, (long) spilled.size() << SHIFT, CHUNK);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Cannot keep a large report in a temporary file; make room in "
                            + System.getProperty("java.io.tmpdir"),
                    failed);
        }
    }

    private static FileChannel openFile() throws IOException {
        Path path = Files.createTempFile("qualys-fargate-", ".findings");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
