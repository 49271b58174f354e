package io.jenkins.plugins.qualysfargate.engine.aws.original;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads results of the original scanner without keeping their findings. */
final class OriginalJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(1 << 20)
                    .maxDocumentLength(256L << 20)
                    .build())
            .build();

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private boolean results;

    private OriginalJson() {}

    /**
     * Reads a result.
     *
     * @return empty if it has a status, and so is none of the original scanner
     * @throws IOException if it is no result
     */
    static Optional<OriginalResult> read(OriginalKey key, InputStream in) throws IOException {
        OriginalJson read = new OriginalJson();
        try (JsonParser json = FACTORY.createParser(in)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                read.member(json, json.currentName(), json.nextToken());
            }
            expect(json, json.nextToken(), null);
            return read.result(key, json);
        }
    }

    private void member(JsonParser json, String name, JsonToken value) throws IOException {
        if (name.equals("scanResults")) {
            expect(json, value, JsonToken.START_OBJECT);
            results = true;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                number(json, json.currentName(), json.nextToken());
            }
        } else if (value == JsonToken.VALUE_STRING) {
            texts.put(name, json.getText());
        } else {
            json.skipChildren();
        }
    }

    private void number(JsonParser json, String name, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT) {
            numbers.put(name, json.getLongValue());
        } else if (name.equals("findings") && value == JsonToken.START_ARRAY) {
            long count = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                json.skipChildren();
                count++;
            }
            numbers.put(name, count);
        } else {
            json.skipChildren();
        }
    }

    private Optional<OriginalResult> result(OriginalKey key, JsonParser json) throws IOException {
        if (!results) {
            throw new JsonParseException(json, "scanResults is missing");
        }
        if (texts.containsKey("status")) {
            return Optional.empty();
        }
        String digest = texts.get("imageDigest");
        if (!key.digest().value().equals(digest)) {
            throw new JsonParseException(json, "it is of digest " + digest + ", and its key of " + key.digest());
        }
        try {
            return Optional.of(new OriginalResult(
                    key,
                    texts.getOrDefault("imageTag", ""),
                    instant(texts.getOrDefault("scannedAt", "")),
                    numbers(numbers)));
        } catch (DateTimeException e) {
            throw new JsonParseException(json, "scannedAt is no time", e);
        }
    }

    static OriginalNumbers numbers(Map<String, Long> numbers) {
        return new OriginalNumbers(
                numbers.get("vulnerabilityCount"),
                numbers.get("secretCount"),
                numbers.get("criticalCount"),
                numbers.get("highCount"),
                numbers.get("mediumCount"),
                numbers.get("lowCount"),
                numbers.get("findings"));
    }

    /** As the original scanner writes a time, with a zone or without one; then it is UTC. */
    static Instant instant(String text) {
        boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static void expect(JsonParser json, @Nullable JsonToken actual, @Nullable JsonToken expected)
            throws IOException {
        if (actual != expected) {
            throw new JsonParseException(
                    json,
                    expected == null ? "there is more behind its end" : "it is no JSON object where one is expected");
        }
    }
}
