package io.jenkins.plugins.qualysfargate.engine.incident.channel;

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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one issue of GitHub, public or Enterprise, for each incident: its body shows the whole list as it is now, comments say
 * what has changed, and it is closed in the end. It is found again by its number, or by a mark in its body.
 */
public final class GitHubIssues implements NoticeChannel {
    /** Of the public service; that of Enterprise is {@code https://HOST/api/v3}. */
    public static final URI PUBLIC = URI.create("https://api.github.com");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_.:/ -]{1,50}");
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int MOVED = 301;
    private static final int UNPROCESSABLE = 422;
    /** For a server that counts otherwise than we do. */
    private static final int CAUTIOUS_LIMIT = 20_000;

    private final Settings settings;
    private final GitHubApi api;

    /**
     * Where issues are kept.
     *
     * @param api base address
     * @param token may read and write issues of the repository
     * @param labels of new issues, at least one; the first one tells our issues from all others
     */
    public record Settings(URI api, String owner, String repository, Token token, List<String> labels) {
        /** @throws IllegalArgumentException if the address or a name cannot be one */
        public Settings {
            Calls.checked(api);
            labels = List.copyOf(labels);
            boolean named =
                    NAME.matcher(owner).matches() && NAME.matcher(repository).matches();
            if (!named
                    || labels.isEmpty()
                    || !labels.stream().allMatch(each -> LABEL.matcher(each).matches())) {
                throw new IllegalArgumentException(
                        "Issues cannot be kept in '" + owner + "/" + repository + "' with labels " + labels
                                + ": names of an owner and a repository are expected, and at least one label");
            }
        }
    }

    /** @param transport that follows no redirect */
    public GitHubIssues(Settings settings, Transport transport, Clock clock) {
        this.settings = settings;
        this.api = new GitHubApi(settings, transport, clock);
    }

    @Override
    public boolean wants(IncidentNotice notice) {
        return true;
    }

    // GitHub asks for one write after the other: https://docs.github.com/rest/using-the-rest-api/best-practices
    @Override
    public synchronized String send(IncidentNotice notice, OutboxMessage message, Known known)
            throws UndeliverableException {
        Optional<String> issue = edited(known.externalId(), notice);
        if (issue.isEmpty()) {
            // Also before a create that was tried before: its answer may have been lost.
            Optional<String> found = api.find(IssueText.marker(notice.key()), notice.openedAt());
            issue = found.isPresent() ? edited(found.get(), notice) : Optional.empty();
        }
        if (issue.isPresent()) {
            known.remember(issue.get());
            comment(issue.get(), notice);
            close(issue.get(), notice);
            return issue.get();
        }
        return notice.signal() == Signal.END ? "" : created(notice, known);
    }

    private String created(IncidentNotice notice, Known known) throws UndeliverableException {
        HttpAnswer answer = api.call("POST", "/issues", creation(notice, IssueText.LIMIT));
        if (answer.status() == UNPROCESSABLE && tooLong(answer)) {
            answer = api.call("POST", "/issues", creation(notice, CAUTIOUS_LIMIT));
        }
        String address = api.address("open an issue", answer);
        known.remember(address);
        overflow(address, notice);
        return address;
    }

    private ObjectNode creation(IncidentNotice notice, int limit) {
        ObjectNode issue = content(notice, limit);
        settings.labels().forEach(issue.putArray("labels")::add);
        return issue;
    }

    private static ObjectNode content(IncidentNotice notice, int limit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", Words.line(notice.title()))
                .put("body", IssueText.of(notice, limit).body());
    }

    private static boolean tooLong(HttpAnswer answer) {
        return answer.body().text().contains("too long");
    }

    /** The issue, after its body was brought up to date; empty if there is none of this number any more. */
    private Optional<String> edited(@Nullable String issue, IncidentNotice notice) throws UndeliverableException {
        if (issue == null || issue.isEmpty()) {
            return Optional.empty();
        }
        HttpAnswer answer = api.call("PATCH", path(issue), edition(notice, IssueText.LIMIT));
        if (answer.status() == UNPROCESSABLE && tooLong(answer)) {
            answer = api.call("PATCH", path(issue), edition(notice, CAUTIOUS_LIMIT));
        }
        // Deleted, or moved to where it is somebody else's.
        if (answer.status() == NOT_FOUND || answer.status() == GONE || answer.status() == MOVED) {
            return Optional.empty();
        }
        return Optional.of(api.address("edit issue " + issue, answer));
    }

    private static ObjectNode edition(IncidentNotice notice, int limit) {
        ObjectNode edition = content(notice, limit);
        // Whoever closed it by hand while something still fails is wrong.
        return notice.signal() == Signal.PAGE ? edition.put("state", "open") : edition;
    }

    private void comment(String issue, IncidentNotice notice) throws UndeliverableException {
        String change = ChangeText.of(notice, Markdown::escape);
        if (!change.isEmpty()) {
            say(issue, notice, "change", change);
        }
        if (notice.signal() == Signal.PAGE) {
            overflow(issue, notice);
        }
    }

    private void overflow(String issue, IncidentNotice notice) throws UndeliverableException {
        List<String> overflow = IssueText.of(notice).overflow();
        for (int i = 0; i < overflow.size(); i++) {
            say(issue, notice, "overflow-" + i, overflow.get(i));
        }
    }

    /** Once, also if this notice is delivered again after an answer was lost. */
    private void say(String issue, IncidentNotice notice, String what, String text) throws UndeliverableException {
        String mark = "<!-- scan-compliance:event=" + notice.id() + ":" + notice.sequence() + ":" + what + ":v1 -->";
        if (api.hasComment(path(issue), mark, notice.at())) {
            return;
        }
        ObjectNode comment = JsonNodeFactory.instance.objectNode().put("body", text + "\n\n" + mark);
        api.expect("comment on issue " + issue, api.call("POST", path(issue) + "/comments", comment));
    }

    private void close(String issue, IncidentNotice notice) throws UndeliverableException {
        if (notice.signal() != Signal.END) {
            return;
        }
        ObjectNode closed = JsonNodeFactory.instance.objectNode().put("state", "closed");
        HttpAnswer answer = api.call("PATCH", path(issue), closed.deepCopy().put("state_reason", "completed"));
        // Enterprise Server before 3.5 knows no reasons.
        api.expect(
                "close issue " + issue,
                answer.status() == UNPROCESSABLE ? api.call("PATCH", path(issue), closed) : answer);
    }

    private static String path(String issue) {
        return "/issues/" + issue.substring(issue.lastIndexOf('/') + 1);
    }
}
