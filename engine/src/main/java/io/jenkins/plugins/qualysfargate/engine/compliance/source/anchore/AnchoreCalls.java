package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The calls of both APIs, as Anchore's own clients make them. Used by one thread. */
final class AnchoreCalls {
    static final int MOST_IMAGES = 100_000;
    private static final int EVENTS_AT_ONCE = 100;
    private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final AnchoreClient client;

    AnchoreCalls(AnchoreClient client) {
        this.client = client;
    }

    AnchoreClient client() {
        return client;
    }

    List<ServiceHost> services() throws BlindException {
        return client.get("ask for the state of the services", "/system", ServiceHost::all);
    }

    List<AnchoreFeed> feeds() throws BlindException {
        return client.get("list the feeds", "/system/feeds", AnchoreFeed::all);
    }

    List<AnchoreImage> images() throws BlindException {
        List<AnchoreImage> images = client.get("list the images", "/images", AnchoreImage::all);
        if (images.size() > MOST_IMAGES) {
            throw client.advice("list the images").tooMany("than " + MOST_IMAGES + " images");
        }
        return images;
    }

    AnchoreImage image(Digest digest) throws BlindException {
        return client.get(
                "look up the image " + digest,
                "/images/" + digest,
                answer -> AnchoreImage.of(AnchoreJson.single(answer, "image")));
    }

    /** @param name {@code registry/repository:tag}, which both APIs need in practice */
    PolicyCheck check(Digest digest, String name) throws BlindException {
        return client.get(
                "look up the evaluation of the image " + digest,
                "/images/" + digest + "/check?detail=false&tag=" + encoded(name),
                client.server().v2() ? PolicyCheck::v2 : PolicyCheck::v1);
    }

    Digest add(String name, boolean force) throws BlindException {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        if (client.server().v2()) {
            request.putObject("source").putObject("tag").put("pull_string", name);
        } else {
            request.put("tag", name);
        }
        String subscribe = client.server().v2() ? "auto_subscribe" : "autosubscribe";
        return client.post(
                "add the image " + name,
                "/images?" + subscribe + "=false&force=" + force,
                request.toString(),
                answer -> digest(AnchoreJson.single(answer, "image")));
    }

    private static Digest digest(JsonNode image) throws UnreadableValueException {
        String text = AnchoreJson.text(image, "image_digest", "imageDigest");
        return Digest.parse(text)
                .orElseThrow(() -> new UnreadableValueException("image_digest", text, "a SHA-256 digest"));
    }

    /** Page by page, as far as the query wants; pages count from 1. */
    List<AnchoreEvent> events(EventQuery query) throws BlindException {
        List<AnchoreEvent> all = new ArrayList<>();
        for (int page = 1; all.size() < query.most(); page++) {
            int limit = Math.min(EVENTS_AT_ONCE, query.most());
            boolean more = client.get(
                    "list events", "/events" + query.parameters(client.server().v2(), page, limit), answer -> {
                        int before = all.size();
                        for (JsonNode each : AnchoreJson.list(answer, "events")) {
                            all.add(AnchoreEvent.of(each));
                        }
                        return all.size() > before && Boolean.TRUE.equals(Scalars.flag(answer, "next_page"));
                    });
            if (!more) {
                break;
            }
        }
        return List.copyOf(all.subList(0, Math.min(all.size(), query.most())));
    }

    /** @throws IllegalArgumentException if no event has such an id */
    AnchoreEvent event(String id) throws BlindException {
        if (!EVENT_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("this is no id of an event: letters, digits, _ and - are expected");
        }
        return client.get(
                "look up the event " + id,
                "/events/" + id,
                answer -> AnchoreEvent.of(AnchoreJson.single(answer, "event")));
    }

    List<AnchoreErrorCode> errorCodes() throws BlindException {
        return client.get("list the error codes", "/system/error_codes", AnchoreErrorCode::all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
