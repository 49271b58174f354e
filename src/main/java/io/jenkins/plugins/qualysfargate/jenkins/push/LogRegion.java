package io.jenkins.plugins.qualysfargate.jenkins.push;

import hudson.console.ConsoleNote;
import hudson.model.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * The lines of a running build's log from one place on. They are read piece by piece and once, so that a log of any length
 * takes little memory.
 */
final class LogRegion implements Iterable<String>, Iterator<String> {
    private static final int PIECE = 1 << 20;
    /** What is longer is no line of a tool that pushes; the rest of it is left out. */
    private static final int LONGEST_LINE = 1 << 17;

    private final Run<?, ?> run;
    private final long limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Queue<String> lines = new ArrayDeque<>();
    private long position;
    private boolean atEnd;

    /**
     * @param start in bytes from the begin of the log
     * @param most how many bytes are read at most
     */
    LogRegion(Run<?, ?> run, long start, long most) {
        this.run = run;
        this.position = start;
        this.limit = start + most;
    }

    /** Where the log ends now, in bytes. */
    static long end(Run<?, ?> run) {
        return run.getLogText().length();
    }

    /** True if lines were left out because there are more than may be read. */
    boolean isCut() {
        return position >= limit && end(run) > limit;
    }

    @Override
    public Iterator<String> iterator() {
        return this;
    }

    /** @throws UncheckedIOException if the log cannot be read */
    @Override
    public boolean hasNext() {
        while (lines.isEmpty() && !atEnd) {
            try {
                readPiece();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The log of " + run + " could not be read", unreadable);
            }
        }
        return !lines.isEmpty();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the log has no further line");
        }
        return lines.remove();
    }

    private void readPiece() throws IOException {
        try (Piece piece = new Piece(Math.min(PIECE, limit - position))) {
            if (end(run) > position) {
                piece.fill(position);
            }
            position += piece.taken;
            atEnd = piece.taken == 0;
        }
        if (atEnd && line.size() > 0) {
            endLine();
        }
    }

    private void endLine() {
        lines.add(ConsoleNote.removeNotes(line.toString(StandardCharsets.UTF_8)));
        line.reset();
    }

    /** Splits what is written to it into lines, up to a number of bytes. */
    private final class Piece extends OutputStream {
        private final long most;
        private long taken;

        Piece(long most) {
            this.most = most;
        }

        void fill(long start) throws IOException {
            try {
                long next = run.getLogText().writeRawLogTo(start, this);
                assert next == start + taken : "the log went on at " + next;
            } catch (EnoughException enough) {
                // The next piece begins where this one ends.
            }
        }

        @Override
        public void write(int each) throws EnoughException {
            if (taken >= most) {
                throw new EnoughException();
            }
            taken++;
            if (each == '\n') {
                endLine();
            } else if (line.size() < LONGEST_LINE) {
                line.write(each);
            }
        }
    }

    /** Ends the writing to a piece that is full. */
    private static final class EnoughException extends IOException {
        private static final long serialVersionUID = 1L;

        EnoughException() {
            super("enough of the log was read at once");
        }
    }
}
