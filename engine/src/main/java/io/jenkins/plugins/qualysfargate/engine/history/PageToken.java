package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Where a page of the history ended: what comes next is strictly older. It stays valid while scans are added.
 *
 * @param judgedAt of the last scan of the page
 * @param id of the last scan of the page
 */
public record PageToken(Instant judgedAt, ScanId id) {

    /** The place behind a line. */
    public static PageToken after(ScanSummary last) {
        return new PageToken(last.judgedAt(), last.id());
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is no page token
     */
    public static PageToken parse(String text) {
        int tilde = text.indexOf('~');
        if (tilde > 0) {
            try {
                return new PageToken(Instant.parse(text.substring(0, tilde)), new ScanId(text.substring(tilde + 1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException(problem(text), e);
            }
        }
        throw new IllegalArgumentException(problem(text));
    }

    private static String problem(String text) {
        return "'" + BoundedText.cut(text, 100)
                + "' is not a page token: give the one that the page before ended with, or none for the first page";
    }

    @Override
    public String toString() {
        return judgedAt + "~" + id;
    }
}
