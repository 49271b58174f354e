package io.jenkins.plugins.qualysfargate.engine.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Identities of findings as gzip-compressed JSON, {@code [id, package, id, package, …]}, in pieces of bounded size. */
public final class SightingsCodec {
    /** Length of an id and of a package name; what is longer stands there by its hash, and no first sight is told of it. */
    private static final int LONGEST = 2048;

    private SightingsCodec() {}

    /** The identity as it is kept: its texts within their length. */
    public static FindingIdentity kept(FindingIdentity identity) {
        return new FindingIdentity(
                BoundedText.key(identity.id(), LONGEST), BoundedText.key(identity.packageName(), LONGEST));
    }

    /** @param pieceSize bytes of text before it is compressed, after which the next piece begins */
    public static List<byte[]> write(Collection<FindingIdentity> identities, int pieceSize) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        Iterator<FindingIdentity> rest = identities.iterator();
        while (rest.hasNext()) {
            pieces.add(piece(rest, pieceSize));
        }
        return pieces;
    }

    private static byte[] piece(Iterator<FindingIdentity> rest, int pieceSize) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonItem.MAPPER.createGenerator(new GZIPOutputStream(bytes))) {
            json.writeStartArray();
            // An escaped character takes six bytes at most.
            for (int size = 0; size < pieceSize && rest.hasNext(); ) {
                FindingIdentity next = rest.next();
                json.writeString(next.id());
                json.writeString(next.packageName());
                size += 6 * (next.id().length() + next.packageName().length() + 1);
            }
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads one piece.
     *
     * @param where what the bytes are, for messages
     * @throws CorruptHistoryException if they are not a piece that was written here
     */
    public static List<FindingIdentity> read(byte[] piece, String where) {
        return ScanReportCodec.reading(where, () -> {
            List<FindingIdentity> identities = new ArrayList<>();
            try (JsonParser json = JsonItem.MAPPER.createParser(new GZIPInputStream(new ByteArrayInputStream(piece)))) {
                ReportHead.expect(json, json.nextToken(), JsonToken.START_ARRAY);
                for (String id = json.nextTextValue(); id != null; id = json.nextTextValue()) {
                    String packageName = json.nextTextValue();
                    if (packageName == null) {
                        throw new JsonParseException(json, "a finding has no package, not even an empty one");
                    }
                    identities.add(new FindingIdentity(id, packageName));
                }
                ReportHead.expect(json, json.currentToken(), JsonToken.END_ARRAY);
                ReportHead.expect(json, json.nextToken(), null);
            }
            return identities;
        });
    }
}
