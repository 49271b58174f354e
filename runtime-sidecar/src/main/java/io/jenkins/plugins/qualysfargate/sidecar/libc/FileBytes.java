package io.jenkins.plugins.qualysfargate.sidecar.libc;

import static io.jenkins.plugins.qualysfargate.sidecar.libc.LibC.CLOEXEC;
import static io.jenkins.plugins.qualysfargate.sidecar.libc.LibC.O_RDONLY;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads small files and links as bytes, with one buffer for all of them: while a traced program stands still, every
 * microsecond counts, and the JDK decodes link targets by the locale, which loses bytes. For one thread at a time.
 */
public final class FileBytes {
    private final NativeBuffer buffer;

    /** @param most bytes that are read of a file; the rest is left out */
    public FileBytes(int most) {
        buffer = new NativeBuffer(most);
    }

    /** The most bytes that are read of a file; an answer of this length may be cut. */
    public int most() {
        return buffer.size();
    }

    /** The beginning of a file, or null if it cannot be read. */
    public byte @Nullable [] read(String path) {
        int descriptor = LibC.open(terminated(path), O_RDONLY | CLOEXEC);
        if (descriptor < 0) {
            return null;
        }
        int length = 0;
        long more = 0;
        while (length < buffer.size()) {
            more = LibC.read(descriptor, buffer.address() + length, buffer.size() - length);
            if (more <= 0) {
                break;
            }
            length += (int) more;
        }
        LibC.close(descriptor);
        return more < 0 ? null : buffer.first(length);
    }

    /** Where a symbolic link points to, or null if that cannot be read. */
    public byte @Nullable [] readLink(String path) {
        long length = LibC.readlink(terminated(path), buffer.address(), buffer.size());
        return length < 0 ? null : buffer.first((int) length);
    }

    private static byte[] terminated(String path) {
        return (path + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
