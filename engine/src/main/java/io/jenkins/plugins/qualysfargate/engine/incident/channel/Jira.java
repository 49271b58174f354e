package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.Signal;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one issue of Jira for each incident: description as it is now, comments on what has changed, and a transition in the
 * end. It is found again by its key, or by a label of its own.
 */
public final class Jira implements NoticeChannel {
    private static final Pattern PROJECT = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");
    private static final String LABEL = "scan-compliance";
    /** Jira takes 32,767 characters in a description or a comment, and 255 in a summary. */
    private static final int LONGEST_TEXT = 32_000;

    private static final int LONGEST_SUMMARY = 250;
    private static final int NOT_FOUND = 404;

    private final Settings settings;
    private final JiraApi api;

    /**
     * Where issues are kept.
     *
     * @param base address without {@code /rest}
     * @param user null if the token goes by itself, as a personal access token of a server does
     * @param issueType its name, for example {@code Task}
     * @param resolve name of the transition when nothing fails any more, for example {@code Done}
     * @param ticket what another team needs to know, if the project is another team's; null if it is our own
     */
    public record Settings(
            URI base,
            @Nullable String user,
            Token token,
            String project,
            String issueType,
            String resolve,
            @Nullable Ticket ticket) {
        /** @throws IllegalArgumentException if the address or the project cannot be one */
        public Settings {
            Calls.checked(base);
            if (!PROJECT.matcher(project).matches() || issueType.isBlank() || resolve.isBlank()) {
                throw new IllegalArgumentException(
                        "Issues cannot be kept in project '" + project + "' as '" + issueType + "' that become '"
                                + resolve + "': the key of a project, a type and a transition are expected");
            }
        }
    }

    /** @param transport that follows no redirect */
    public Jira(Settings settings, Transport transport, Clock clock) {
        this.settings = settings;
        this.api = new JiraApi(settings, transport, clock);
    }

    @Override
    public boolean wants(IncidentNotice notice) {
        Ticket ticket = settings.ticket();
        return ticket == null || notice.signal() == Signal.END || ticket.concerns(notice);
    }

    @Override
    public synchronized String send(IncidentNotice notice, OutboxMessage message, Known known)
            throws UndeliverableException {
        Optional<String> issue = edited(known.externalId(), notice);
        if (issue.isEmpty()) {
            Optional<String> found = api.find(label(notice));
            issue = found.isPresent() ? edited(api.address(found.get()), notice) : Optional.empty();
        }
        if (issue.isEmpty()) {
            return notice.signal() == Signal.END ? "" : created(notice, known);
        }
        known.remember(issue.get());
        comment(key(issue.get()), notice);
        if (notice.signal() == Signal.END) {
            close(key(issue.get()));
        }
        return issue.get();
    }

    private static String label(IncidentNotice notice) {
        return LABEL + "-" + notice.id();
    }

    private static String key(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private String created(IncidentNotice notice, Known known) throws UndeliverableException {
        ObjectNode fields = fields(notice);
        fields.putObject("project").put("key", settings.project());
        fields.putObject("issuetype").put("name", settings.issueType());
        fields.putArray("labels").add(LABEL).add(label(notice));
        HttpAnswer answer = api.call("POST", "/issue", wrapped(fields));
        api.expect("open an issue", answer);
        String address = api.address(api.key(answer));
        known.remember(address);
        return address;
    }

    private static ObjectNode wrapped(ObjectNode fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("fields", fields);
        return body;
    }

    private ObjectNode fields(IncidentNotice notice) {
        String summary = Words.line(notice.title());
        Ticket ticket = settings.ticket();
        String text = ticket == null ? PlainText.of(notice, LONGEST_TEXT) : ticket.text(notice, LONGEST_TEXT);
        return JsonNodeFactory.instance
                .objectNode()
                .put("summary", summary.substring(0, Math.min(summary.length(), LONGEST_SUMMARY)))
                .put("description", preformatted(text));
    }

    /** In a block in which nothing is markup but its end. */
    static String preformatted(String text) {
        return "{noformat}\n" + PlainText.cut(text.replace("{", "{\u200b"), LONGEST_TEXT) + "\n{noformat}";
    }

    private Optional<String> edited(@Nullable String issue, IncidentNotice notice) throws UndeliverableException {
        if (issue == null || issue.isEmpty()) {
            return Optional.empty();
        }
        HttpAnswer answer = api.call("PUT", "/issue/" + key(issue), wrapped(fields(notice)));
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        api.expect("edit issue " + key(issue), answer);
        return Optional.of(issue);
    }

    private void comment(String key, IncidentNotice notice) throws UndeliverableException {
        String change = ChangeText.of(notice, Words::line);
        String mark = "(scan-compliance " + notice.id() + ":" + notice.sequence() + ")";
        if (!change.isEmpty() && !api.hasComment(key, mark)) {
            ObjectNode comment = JsonNodeFactory.instance.objectNode().put("body", preformatted(mark + "\n" + change));
            api.expect("comment on issue " + key, api.call("POST", "/issue/" + key + "/comment", comment));
        }
    }

    private void close(String key) throws UndeliverableException {
        if (api.isDone(key)) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (JsonNode each : api.transitions(key)) {
            String name = each.path("name").asText();
            names.add(Words.line(name));
            if (name.equalsIgnoreCase(settings.resolve())) {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.putObject("transition").put("id", each.path("id").asText());
                api.expect("close issue " + key, api.call("POST", "/issue/" + key + "/transitions", body));
                return;
            }
        }
        throw new UndeliverableException(
                "Jira issue " + key + " has no transition '" + settings.resolve() + "' now, only " + names
                        + ". Name one of these, or let the account use the other one.",
                true,
                null);
    }
}
