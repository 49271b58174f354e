package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One feed of vulnerability data.
 *
 * @param lastFullSync null if there was none
 * @param enabled true unless Anchore says otherwise
 * @param groups may be none
 */
public record AnchoreFeed(String name, @Nullable Instant lastFullSync, boolean enabled, List<Group> groups) {
    public AnchoreFeed {
        groups = List.copyOf(groups);
    }

    /**
     * A part of it, for example one distribution.
     *
     * @param lastSync null if there was none
     * @param records null if Anchore does not say
     */
    public record Group(
            String name,
            @Nullable Instant lastSync,
            @Nullable Long records,
            boolean enabled) {}

    static List<AnchoreFeed> all(JsonNode answer) throws UnreadableValueException {
        List<AnchoreFeed> all = new ArrayList<>();
        for (JsonNode each : AnchoreJson.list(answer, "feeds")) {
            List<Group> groups = new ArrayList<>();
            for (JsonNode group : each.path("groups")) {
                groups.add(new Group(
                        AnchoreJson.text(group, "name"),
                        AnchoreJson.instant(group, "last_sync", "lastSync"),
                        Scalars.count(group, "record_count"),
                        !Boolean.FALSE.equals(Scalars.flag(group, "enabled"))));
            }
            String name = AnchoreJson.text(each, "name");
            if (name.isEmpty()) {
                throw new UnreadableValueException("name", "", "the name of a feed");
            }
            all.add(new AnchoreFeed(
                    name,
                    AnchoreJson.instant(each, "last_full_sync", "lastFullSync"),
                    !Boolean.FALSE.equals(Scalars.flag(each, "enabled")),
                    groups));
        }
        return all;
    }
}
