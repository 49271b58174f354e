package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import java.util.ArrayList;
import java.util.List;

/**
 * Gets how old the data is that active scans use: Tenable.sc API, GET /feed. The feeds of other products, of which many are
 * stale because nobody has bought them, are left out.
 */
final class FetchFeed implements TenableCall<List<Feed>> {
    private static final List<String> USED = List.of("sc", "active");

    @Override
    public String action() {
        return "get the age of the feeds";
    }

    @Override
    public HttpCall call(TenableServer server) {
        return HttpCall.get(server.resource("/feed"));
    }

    @Override
    public List<Feed> read(Envelope answer) throws UnreadableValueException {
        JsonNode response = answer.object();
        List<Feed> feeds = new ArrayList<>();
        for (String id : USED) {
            JsonNode feed = Fields.object(response, id);
            feeds.add(new Feed(
                    id,
                    Scalars.flag(feed, "stale"),
                    Scalars.epochSecond(feed, "updateTime"),
                    Boolean.TRUE.equals(Scalars.flag(feed, "updateRunning")),
                    Scalars.text(feed, "subscriptionStatus")));
        }
        return feeds;
    }
}
