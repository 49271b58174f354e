package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.http.Loopback;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Ticket;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the ways to tell people. */
final class ChannelReader {
    private static final Map<String, ChannelType> TYPES = Forms.words(ChannelType.values());
    private static final List<String> ALL_KEYS = Arrays.stream(ChannelType.values())
            .flatMap(each -> each.keys().stream())
            .distinct()
            .toList();
    private static final URI PAGERDUTY = URI.create("https://events.pagerduty.com");
    private static final URI GITHUB = URI.create("https://api.github.com");
    private static final List<String> LABELS = List.of("scan-compliance");
    private static final Map<String, Boolean> METHODS = new TreeMap<>(Map.of("get", false, "post", true));
    private static final List<String> TICKET_KEYS = List.of("team", "assignment-group", "offering", "severity");
    private static final URI NONE = URI.create("https://invalid");

    private ChannelReader() {}

    static void read(Value item, Ids<ChannelSettings> into) {
        Section section = item.section(ALL_KEYS);
        if (section == null) {
            return;
        }
        String id = into.claim(section, Forms.SHORT_ID);
        if (!section.has("type")) {
            section.missing("type", "is missing: it is one of " + String.join(", ", TYPES.keySet()));
        }
        ChannelType type = section.optional("type", it -> it.choice(TYPES));
        if (type == null) {
            return;
        }
        section.allowOnly(type.keys(), "a channel of this type");
        ChannelOptions options = options(section, type);
        String credentials = needsCredentials(type, section)
                ? section.required("credentials", Forms.CREDENTIALS)
                : section.optional("credentials", it -> it.text(Forms.CREDENTIALS));
        if (id != null) {
            into.put(id, new ChannelSettings(id, credentials, options));
        }
    }

    private static boolean needsCredentials(ChannelType type, Section section) {
        return switch (type) {
            case PAGERDUTY, GITHUB, JIRA -> true;
            case SNS, EMAIL -> false;
            case WEBHOOK, HEARTBEAT -> !section.has("url");
        };
    }

    private static ChannelOptions options(Section section, ChannelType type) {
        return switch (type) {
            case PAGERDUTY ->
                new ChannelOptions.PagerDuty(
                        section.read("url", Addresses::guarded, PAGERDUTY),
                        section.optional("client-url", Addresses::link));
            case GITHUB ->
                new ChannelOptions.GitHub(
                        section.read("url", Addresses::guarded, GITHUB),
                        or(section.required("repository", Forms.REPOSITORY)),
                        section.has("labels") ? section.all("labels", it -> it.text(Forms.LABEL)) : LABELS);
            case JIRA -> jira(section);
            case SNS -> new ChannelOptions.Sns(or(section.required("topic", Forms.TOPIC)));
            case EMAIL -> email(section);
            case WEBHOOK -> new ChannelOptions.Webhook(section.optional("url", Addresses::hook));
            case HEARTBEAT ->
                new ChannelOptions.Heartbeat(
                        section.optional("url", Addresses::hook),
                        section.read("method", it -> it.choice(METHODS), false));
        };
    }

    private static ChannelOptions jira(Section section) {
        if (!section.has("url")) {
            section.missing("url", "is missing: it is the address of Jira, such as https://jira.example.com");
        }
        return new ChannelOptions.Jira(
                section.read("url", Addresses::guarded, NONE),
                or(section.required("project", Forms.PROJECT)),
                section.read("issue-type", it -> it.text(Forms.NAME), "Task"),
                section.read("resolve", it -> it.text(Forms.NAME), "Done"),
                ticket(section));
    }

    private static ChannelOptions email(Section section) {
        if (!section.has("server")) {
            section.missing("server", "is missing: it is a mail server such as smtp://mail.example.com:587");
        }
        if (!section.has("to")) {
            section.missing("to", "is missing: it is a list of mail addresses");
        }
        URI server = section.read("server", Addresses::mailServer, NONE);
        boolean startTls = section.read("starttls", Forms::flag, "smtp".equals(server.getScheme()) && !isHere(server));
        if (section.has("credentials") && "smtp".equals(server.getScheme()) && !startTls && !isHere(server)) {
            section.refuse("starttls", "would send credentials where everybody can read them: use smtps, or starttls");
        }
        return new ChannelOptions.Email(
                server,
                startTls,
                or(section.required("from", Forms.MAIL)),
                section.all("to", it -> it.text(Forms.MAIL)),
                ticket(section));
    }

    private static boolean isHere(URI address) {
        return Loopback.isHost(address.getHost());
    }

    private static @Nullable Ticket ticket(Section channel) {
        Section section = channel.section("ticket", TICKET_KEYS);
        return section == null
                ? null
                : new Ticket(
                        or(section.required("team", TextForm.SENTENCE)),
                        or(section.required("assignment-group", TextForm.SENTENCE)),
                        section.read("offering", it -> it.text(TextForm.SENTENCE), ""),
                        section.read("severity", it -> it.textOrCount(Forms.LABEL), "2"));
    }

    /** What is missing is a problem already. */
    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
