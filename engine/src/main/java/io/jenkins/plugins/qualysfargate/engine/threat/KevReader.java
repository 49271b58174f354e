package io.jenkins.plugins.qualysfargate.engine.threat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CISA's {@code known_exploited_vulnerabilities.json} as a stream. */
public final class KevReader {
    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 1 << 20;
    // The catalogue has about 1.5 MB; whatever is far beyond is something else.
    private static final long LONGEST_FEED = 64L << 20;
    private static final int MOST_CVES = 200_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxDocumentLength(LONGEST_FEED)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Set<String> cves = new HashSet<>();
    private @Nullable Instant released;
    private long announced = -1;
    private long listed;

    private KevReader() {}

    /** @param source where it comes from, for messages */
    public static FeedReading<KevCatalog> read(String source, InputStream in) {
        return FeedParser.read(source, in, KevReader::parse);
    }

    static KevCatalog parse(InputStream in) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            return new KevReader().catalog(parser);
        } catch (JsonProcessingException e) {
            throw new MalformedFeedException("it is not complete JSON (" + e.getOriginalMessage() + ").");
        }
    }

    private KevCatalog catalog(JsonParser parser) throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT, "it is not one JSON object.");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "dateReleased" -> released = instant(parser.getValueAsString());
                case "count" -> announced = parser.getValueAsLong(-2);
                case "vulnerabilities" -> readVulnerabilities(parser);
                default -> parser.skipChildren();
            }
        }
        require(parser.nextToken() == null, "something follows its end.");
        require(!cves.isEmpty(), "it lists no vulnerability.");
        require(
                announced == -1 || announced == listed,
                "it announces " + announced + " vulnerabilities and lists " + listed + ".");
        if (released == null) {
            throw new MalformedFeedException("it has no dateReleased.");
        }
        return new KevCatalog(cves, released);
    }

    private void readVulnerabilities(JsonParser parser) throws IOException {
        require(parser.currentToken() == JsonToken.START_ARRAY, "its vulnerabilities are no list.");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken() == JsonToken.START_OBJECT, "one of its vulnerabilities is no object.");
            require(++listed <= MOST_CVES, "it lists more than " + MOST_CVES + " vulnerabilities.");
            String cve = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isId = parser.currentName().equals("cveID");
                parser.nextToken();
                if (isId) {
                    cve = parser.getValueAsString();
                } else {
                    parser.skipChildren();
                }
            }
            require(cve != null && PackedScore.keyOrNegative(cve) >= 0, "vulnerability " + listed + " has no CVE id.");
            cves.add(String.valueOf(cve));
        }
    }

    private static Instant instant(@Nullable String text) throws MalformedFeedException {
        try {
            return OffsetDateTime.parse(String.valueOf(text)).toInstant();
        } catch (DateTimeParseException e) {
            throw new MalformedFeedException("its dateReleased is no time (" + e.getMessage() + ").");
        }
    }

    private static void require(boolean holds, String problem) throws MalformedFeedException {
        if (!holds) {
            throw new MalformedFeedException(problem);
        }
    }
}
