package io.jenkins.plugins.qualysfargate.engine.results;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Of a file of rows only the bytes of some, one row after the other; blocks that hold none of them are not even read. */
final class PickedRows extends InputStream {
    private final Path file;
    private final List<RowBlock> blocks;
    private final Iterator<Candidate> next;
    private final byte[] passedOver = new byte[1 << 13];
    private InputStream in = InputStream.nullInputStream();
    /** Among the uncompressed bytes of all rows; before the first of them nothing is open yet. */
    private long at = -1;

    private long end = -1;

    /** @param rows in the order in which they stand in the file */
    PickedRows(Path file, List<RowBlock> blocks, List<Candidate> rows) {
        this.file = file;
        this.blocks = blocks;
        this.next = rows.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (at == end && !moveOn()) {
            return -1;
        }
        return take(buffer, offset, (int) Math.min(length, end - at));
    }

    private boolean moveOn() throws IOException {
        if (!next.hasNext()) {
            return false;
        }
        Candidate row = next.next();
        RowBlock block = RowBlock.of(blocks, row.start());
        if (block.inRows() > at) {
            open(block);
        }
        while (at < row.start()) {
            take(passedOver, 0, (int) Math.min(passedOver.length, row.start() - at));
        }
        end = row.start() + row.length();
        return true;
    }

    private void open(RowBlock block) throws IOException {
        in.close();
        InputStream raw = new FileInputStream(file.toFile());
        in = raw;
        raw.skipNBytes(block.inFile());
        in = new GZIPInputStream(raw, passedOver.length);
        at = block.inRows();
    }

    private int take(byte[] buffer, int offset, int length) throws IOException {
        int taken = in.read(buffer, offset, length);
        if (taken < 0) {
            throw new EOFException("the file ends before a row that was just found in it");
        }
        at += taken;
        return taken;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
