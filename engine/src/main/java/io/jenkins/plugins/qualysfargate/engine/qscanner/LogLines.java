package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Turns the scanner's bytes, in whatever pieces they come, into bounded lines without secrets and control characters.
 * After the limit only the last lines are kept, and given out at the end.
 */
final class LogLines extends OutputStream {
    static final int LONGEST_LINE = 16 * 1024;
    private static final int TAIL = 20;
    private static final Pattern TERMINAL_CONTROL = Pattern.compile("\u001b\\[[0-?]*+[ -/]*+[@-~]");
    /** Line breaks of any kind, other control characters, and those that turn the direction of text. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}&&[^\t]]");

    private final ScanLog log;
    private final SecretMask mask;
    private final long maxBytes;
    /** A line is kept so far beyond its limit that a secret that begins before the limit is seen whole. */
    private final byte[] line;

    private final Deque<byte[]> tail = new ArrayDeque<>();
    private int length;
    private boolean overflow;
    private boolean afterReturn;
    private long written;
    private long dropped;

    LogLines(ScanLog log, SecretMask mask, long maxBytes) {
        this.log = log;
        this.mask = mask;
        this.maxBytes = maxBytes;
        this.line = new byte[LONGEST_LINE + mask.longest()];
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            byte next = bytes[i];
            if (next == '\n' || next == '\r') {
                // Progress is written with a bare return; return and feed are one break.
                if (!(next == '\n' && afterReturn)) {
                    endLine();
                }
            } else if (length < line.length) {
                line[length++] = next;
            } else {
                overflow = true;
            }
            afterReturn = next == '\r';
        }
    }

    /** No more bytes come. */
    @Override
    public void close() {
        if (length > 0) {
            endLine();
        }
        if (dropped > 0) {
            log.line("… " + dropped + " lines left out; the last ones are:");
            tail.forEach(kept -> log.line(clean(kept, kept.length == line.length)));
        }
    }

    private void endLine() {
        if (written < maxBytes) {
            log.line(clean(Arrays.copyOf(line, length), overflow));
            written += length + 1L;
            if (written >= maxBytes) {
                log.line("… log cut after " + maxBytes + " bytes; the scan goes on");
            }
        } else {
            dropped++;
            if (tail.size() == TAIL) {
                tail.removeFirst();
            }
            tail.addLast(Arrays.copyOf(line, length));
        }
        length = 0;
        overflow = false;
    }

    private String clean(byte[] bytes, boolean cutOff) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Before masking: a control character inside a secret would hide it from the mask.
        text = INVISIBLE.matcher(TERMINAL_CONTROL.matcher(text).replaceAll("")).replaceAll("");
        int complete = cutOff ? text.length() - mask.longest() : text.length();
        int end = Math.max(0, Math.min(complete, LONGEST_LINE));
        return mask.hide(text, end) + (end < text.length() ? "… [line cut]" : "");
    }
}
