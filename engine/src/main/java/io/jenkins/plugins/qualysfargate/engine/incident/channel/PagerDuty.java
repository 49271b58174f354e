package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.Signal;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages with PagerDuty's Events API v2; the same event twice is one page there. */
public final class PagerDuty implements NoticeChannel {
    /** Accounts in the United States. */
    public static final URI US = URI.create("https://events.pagerduty.com/v2/enqueue");

    /** Accounts in the European Union. */
    public static final URI EU = URI.create("https://events.eu.pagerduty.com/v2/enqueue");

    // https://github.com/PagerDuty/api-schema: lengths of Events API v2.
    private static final int LONGEST_SUMMARY = 1024;
    private static final int LONGEST_KEY = 255;
    private static final int LARGEST_EVENT = 512_000;
    private static final int MOST_LINKS = 5;
    private static final int MOST_ROUNDS = 20;
    private static final int ACCEPTED = 202;

    private final Settings settings;
    private final IssueLink issue;
    private final Calls calls;

    /**
     * How it is reached.
     *
     * @param routingKey of an integration of type Events API v2
     * @param clientUrl where people find the incidents of this installation; null if nowhere
     */
    public record Settings(
            URI endpoint, Token routingKey, @Nullable URI clientUrl) {
        /** @throws IllegalArgumentException if the address does not keep the key secret */
        public Settings {
            Calls.checked(endpoint);
        }
    }

    /**
     * @param issue linked from the page
     * @param transport that follows no redirect
     */
    public PagerDuty(Settings settings, IssueLink issue, Transport transport, Clock clock) {
        this.settings = settings;
        this.issue = issue;
        this.calls = new Calls(
                "PagerDuty", transport, clock, List.of(settings.routingKey().reveal()));
    }

    @Override
    public boolean wants(IncidentNotice notice) {
        return notice.signal() != Signal.NOTE;
    }

    @Override
    public String send(IncidentNotice notice, OutboxMessage message, Known known) throws UndeliverableException {
        int round = notice.round();
        String key = key(notice, round);
        switch (notice.signal()) {
            case PAGE -> {
                enqueue("trigger", trigger(notice, key));
                if (round > 1) {
                    // What was acknowledged under the old key pages nobody; the new one has taken its place.
                    enqueue("resolve", event("resolve", key(notice, round - 1)));
                }
            }
            case HUSH -> enqueue("acknowledge", event("acknowledge", key));
            case END -> {
                for (int each = round; each > 0 && each > round - MOST_ROUNDS; each--) {
                    enqueue("resolve", event("resolve", key(notice, each)));
                }
            }
            case NOTE -> {}
        }
        return key;
    }

    static String key(IncidentNotice notice, int round) {
        String key = round == 1 ? notice.key() : notice.key() + ":" + round;
        String unique = notice.id() + ":" + round;
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY - unique.length() - 1) + ":" + unique;
    }

    private void enqueue(String what, ObjectNode event) throws UndeliverableException {
        String body = event.toString();
        if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST_EVENT
                && event.get("payload") instanceof ObjectNode payload) {
            payload.remove("custom_details");
            body = event.toString();
        }
        HttpAnswer answer = calls.send(HttpCall.post(settings.endpoint(), "application/json", body));
        // It is queued then; the answer may well have no body.
        if (answer.status() != ACCEPTED) {
            throw calls.refused(
                    what + " a page",
                    answer,
                    answer.status() == 400
                            ? "Check that the routing key is the one of an integration of type Events API v2."
                            : "It is tried again; if it goes on, check the address, the region of the account and"
                                    + " status.pagerduty.com.");
        }
    }

    private ObjectNode event(String action, String key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("routing_key", settings.routingKey().reveal())
                .put("event_action", action)
                .put("dedup_key", key);
    }

    private ObjectNode trigger(IncidentNotice notice, String key) {
        ObjectNode event = event("trigger", key).put("client", "qualys-fargate");
        if (settings.clientUrl() != null) {
            event.put("client_url", settings.clientUrl().toString());
        }
        ArrayNode links = event.putArray("links");
        notice.runbooks().stream()
                .filter(each -> each.startsWith("http"))
                .limit(MOST_LINKS)
                .forEach(each -> links.addObject().put("href", each).put("text", "Runbook"));
        issue.of(notice.id())
                .ifPresent(each -> links.addObject().put("href", each).put("text", "Issue with the full list"));
        ObjectNode payload = event.putObject("payload");
        payload.put("summary", summary(notice));
        payload.put("source", notice.group());
        payload.put("severity", notice.urgency().word());
        payload.put("timestamp", notice.at().toString());
        payload.put("component", notice.sourceKind().isEmpty() ? "scans" : notice.sourceKind());
        payload.put("group", notice.group());
        payload.put("class", "scan-compliance");
        ObjectNode details = payload.putObject("custom_details");
        details.put("scans", PlainText.names(notice));
        details.put("details", PlainText.of(notice, LARGEST_EVENT));
        return event;
    }

    private static String summary(IncidentNotice notice) {
        String summary = Words.line(notice.title());
        return summary.codePointCount(0, summary.length()) <= LONGEST_SUMMARY
                ? summary
                : summary.substring(0, summary.offsetByCodePoints(0, LONGEST_SUMMARY - 1)) + "…";
    }
}
