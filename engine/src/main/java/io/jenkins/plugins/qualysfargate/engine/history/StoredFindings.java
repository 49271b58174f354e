package io.jenkins.plugins.qualysfargate.engine.history;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a stored report, decoded while they are iterated; an iteration that runs into damage, or ends with
 * another number than the report promises, throws {@link CorruptHistoryException}.
 */
record StoredFindings(ReportBody body, String where, long count) implements Findings {

    @Override
    public Iterator<Finding> iterator() {
        return new Reading();
    }

    private final class Reading implements Iterator<Finding> {
        // Closed at the end of the list; one that is abandoned before is closed by the JDK's cleaner of file streams.
        private final JsonParser json;
        private @Nullable Finding next;
        private long seen;

        Reading() {
            json = ScanReportCodec.reading(where, () -> {
                JsonParser parser = ScanReportCodec.parser(body);
                new ReportHead().readUpToFindings(parser);
                return parser;
            });
            next = ScanReportCodec.reading(where, this::advance).orElse(null);
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Finding next() {
            Finding current = next;
            if (current == null) {
                throw new NoSuchElementException("the report has no more findings");
            }
            next = ScanReportCodec.reading(where, this::advance).orElse(null);
            return current;
        }

        private Optional<Finding> advance() throws IOException {
            boolean done = false;
            try {
                if (json.nextToken() != JsonToken.END_ARRAY) {
                    seen++;
                    Finding finding = FindingJson.read(JsonItem.next(json, "finding " + seen));
                    done = true;
                    return Optional.of(finding);
                }
                finish();
                return Optional.empty();
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new JsonParseException(json, e.getMessage(), e);
            } finally {
                if (!done) {
                    json.close();
                }
            }
        }

        private void finish() throws IOException {
            if (seen != count) {
                throw new JsonParseException(json, seen + " findings were read where " + count + " are promised");
            }
            ReportHead.expect(json, json.nextToken(), JsonToken.END_OBJECT);
            // Reading to the very end makes gzip check its sum.
            ReportHead.expect(json, json.nextToken(), null);
        }
    }
}
