package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.report.JsonOut;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes rows into a file, a JSON object to a line, compressed in blocks; to others it is one ordinary gzip file. */
final class RowOut implements Closeable {
    /** Uncompressed: a smaller one compresses worse, of a larger one more is read for a single row. */
    private static final long BLOCK = 1 << 16;

    private final Shared file;
    private final List<RowBlock> blocks = new ArrayList<>();
    private long inRows;
    private Gzip gzip;
    private JsonOut json;

    /** @param out stays open */
    RowOut(OutputStream out) throws IOException {
        file = new Shared(out);
        blocks.add(new RowBlock(0, 0));
        gzip = new Gzip(file);
        json = JsonOut.lines(gzip);
    }

    void write(FindingRow row) throws IOException {
        if (gzip.taken() >= BLOCK) {
            endBlock();
            blocks.add(new RowBlock(file.count, inRows));
            gzip = new Gzip(file);
            json = JsonOut.lines(gzip);
        }
        new RowJson(json).write(row);
    }

    private void endBlock() throws IOException {
        json.close();
        gzip.finish();
        inRows += gzip.taken();
        gzip.close();
        if (inRows > Layout.ROW_LIMITS.bytes()) {
            throw new IOException(
                    "the rows have more than " + Layout.ROW_LIMITS.bytes() + " bytes, and no more would be read again");
        }
    }

    /** Where the blocks begin. */
    List<RowBlock> blocks() {
        return List.copyOf(blocks);
    }

    @Override
    public void close() throws IOException {
        endBlock();
    }

    /** One block. Level 1 makes files a quarter larger than level 6 does, in half of the time. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }

        long taken() {
            return def.getBytesRead();
        }
    }

    /** The file that all blocks are written into: it counts, and the end of a block is not its end. */
    private static final class Shared extends FilterOutputStream {
        private long count;

        Shared(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
