package io.jenkins.plugins.qualysfargate.engine.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;

/**
 * The list of what is about an image, for registries that keep none themselves: an index under a tag that is made of the
 * image's digest (OCI distribution 1.1, referrers tag schema).
 */
final class ReferrerTag {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final int NOT_FOUND = 404;

    private ReferrerTag() {}

    /** Adds an entry to the list, or makes the list; another one who does so at the same moment may be overwritten. */
    static void add(RegistrySession session, RegistryAddress address, Digest subject, ObjectNode entry)
            throws UnresolvedException {
        String tag = subject.value().replace(':', '-');
        ArrayNode entries = entries(session, address, tag);
        String digest = SmallJson.text(entry, "digest");
        for (JsonNode each : entries) {
            if (SmallJson.text(each, "digest").equals(digest)) {
                return;
            }
        }
        entries.add(entry);
        ObjectNode index =
                JsonNodeFactory.instance.objectNode().put("schemaVersion", 2).put("mediaType", INDEX);
        index.set("manifests", entries);
        session.ask(new PutManifest(address, tag, INDEX, index.toString()));
    }

    private static ArrayNode entries(RegistrySession session, RegistryAddress address, String tag)
            throws UnresolvedException {
        ArrayNode none = JsonNodeFactory.instance.arrayNode();
        Content content;
        try {
            content = session.ask(FetchManifest.byTag(address, tag));
        } catch (UnresolvedException missing) {
            if (missing.status() == NOT_FOUND) {
                return none;
            }
            throw missing;
        }
        try {
            return SmallJson.read(content.body().open()).get("manifests") instanceof ArrayNode list ? list : none;
        } catch (SmallJson.NotReadable unreadable) {
            throw new UnresolvedException(
                    "Could not add to the list " + tag + " of what is about this image: " + unreadable.getMessage()
                            + ".",
                    "Look at that tag in the registry; delete it if it is none of yours.");
        }
    }
}
