package io.jenkins.plugins.qualysfargate.sidecar.libc;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** Memory outside of the heap that the kernel writes to; bounds are checked, and it is freed with its owner. */
public final class NativeBuffer {
    private final Memory memory;

    /** @param size in bytes; all of them are zero at first */
    public NativeBuffer(int size) {
        memory = new Memory(size);
        memory.clear();
    }

    /** Where it begins; valid as long as this object is in use. */
    public long address() {
        return Pointer.nativeValue(memory);
    }

    public int size() {
        return (int) memory.size();
    }

    public int intAt(int offset) {
        return memory.getInt(offset);
    }

    public long longAt(int offset) {
        return memory.getLong(offset);
    }

    void putInt(int offset, int value) {
        memory.setInt(offset, value);
    }

    void putLong(int offset, long value) {
        memory.setLong(offset, value);
    }

    /** A copy of the first bytes. */
    public byte[] first(int length) {
        return memory.getByteArray(0, length);
    }
}
