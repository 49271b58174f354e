package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.notify.SnsChannel;
import io.jenkins.plugins.qualysfargate.engine.check.file.ChannelOptions;
import io.jenkins.plugins.qualysfargate.engine.check.file.ChannelSettings;
import io.jenkins.plugins.qualysfargate.engine.check.file.CredentialLookup;
import io.jenkins.plugins.qualysfargate.engine.check.file.Login;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.ChannelMemory;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.ChatWebhook;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.GitHubIssues;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Heartbeat;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.InOrder;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.IssueLink;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Jira;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Mail;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.MailServer;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.NoticeChannel;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.PagerDuty;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Receipts;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Relay;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Token;
import io.jenkins.plugins.qualysfargate.engine.outbox.Channel;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes channels of their settings; nothing is called before something is to be told. */
public final class ChannelConnections implements AutoCloseable {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    private final CredentialLookup lookup;
    private final AwsSettings aws;
    private final HttpSettings http;
    private final ChannelMemory memory;
    private final Receipts receipts;
    private final Clock clock;
    private final List<AwsClients> opened = new ArrayList<>();

    public ChannelConnections(
            CredentialLookup lookup,
            AwsSettings aws,
            HttpSettings http,
            ChannelMemory memory,
            Receipts receipts,
            Clock clock) {
        this.lookup = lookup;
        this.aws = aws;
        this.http = http;
        this.memory = memory;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** All channels by their ids, those that open issues first, so that the others can link to these. */
    public Map<String, Channel> of(List<ChannelSettings> settings) {
        Map<String, Channel> channels = new LinkedHashMap<>();
        IssueLink link = IssueLink.NONE;
        for (ChannelSettings each : settings) {
            if (isIssue(each)) {
                channels.put(each.id(), channel(each, IssueLink.NONE));
                link = IssueLink.openedBy(each.id(), memory);
            }
        }
        for (ChannelSettings each : settings) {
            if (!isIssue(each) && !(each.options() instanceof ChannelOptions.Heartbeat)) {
                channels.put(each.id(), channel(each, link));
            }
        }
        return channels;
    }

    /** Signs of life after each full check. */
    public List<Heartbeat> heartbeats(List<ChannelSettings> settings) {
        List<Heartbeat> beats = new ArrayList<>();
        for (ChannelSettings each : settings) {
            if (each.options() instanceof ChannelOptions.Heartbeat it) {
                beats.add(new Heartbeat(
                        address(each, it.url()),
                        it.post() ? Heartbeat.Method.POST : Heartbeat.Method.GET,
                        transport(),
                        clock));
            }
        }
        return beats;
    }

    private static boolean isIssue(ChannelSettings settings) {
        return settings.options() instanceof ChannelOptions.GitHub || settings.options() instanceof ChannelOptions.Jira;
    }

    private Channel channel(ChannelSettings settings, IssueLink link) {
        // Made with each message: credentials may be changed, and what is wrong with them is said where messages are.
        NoticeChannel made = new LateChannel(settings.id(), () -> notice(settings, link));
        return new InOrder(settings.id(), made, memory, receipts, clock);
    }

    private NoticeChannel notice(ChannelSettings settings, IssueLink link) {
        return settings.options()
                .fold(new ChannelOptions.Cases<NoticeChannel>(
                        it -> new PagerDuty(
                                new PagerDuty.Settings(endpoint(it.url()), token(settings), null),
                                link,
                                transport(),
                                clock),
                        it -> gitHub(settings, it),
                        it -> jira(settings, it),
                        it -> new Relay(new SnsChannel(clients(it.topic()), it.topic())),
                        it -> mail(settings, it, link),
                        it -> new ChatWebhook(address(settings, it.url()), link, transport(), clock),
                        it -> {
                            throw new IllegalArgumentException("A heartbeat takes no messages");
                        }));
    }

    private static URI endpoint(URI base) {
        String path = base.getPath();
        return path == null || path.isEmpty() || path.equals("/") ? base.resolve("/v2/enqueue") : base;
    }

    private NoticeChannel gitHub(ChannelSettings settings, ChannelOptions.GitHub options) {
        String[] names = options.repository().split("/", 2);
        return new GitHubIssues(
                new GitHubIssues.Settings(options.url(), names[0], names[1], token(settings), options.labels()),
                transport(),
                clock);
    }

    private NoticeChannel jira(ChannelSettings settings, ChannelOptions.Jira options) {
        Login login = login(settings);
        String user = login.<@Nullable String>fold(Login.User::name, keys -> null, token -> null);
        return new Jira(
                new Jira.Settings(
                        options.url(),
                        user,
                        token(settings),
                        options.project(),
                        options.issueType(),
                        options.resolve(),
                        options.ticket()),
                transport(),
                clock);
    }

    private NoticeChannel mail(ChannelSettings settings, ChannelOptions.Email options, IssueLink link) {
        boolean tls = "smtps".equals(options.server().getScheme());
        int port = options.server().getPort() > 0 ? options.server().getPort() : tls ? SUBMISSIONS : SUBMISSION;
        Login.User user = settings.credentials() == null
                ? null
                : login(settings).<Login.@Nullable User>fold(it -> it, keys -> null, token -> null);
        MailServer.Encryption encryption = tls
                ? MailServer.Encryption.TLS
                : options.startTls() ? MailServer.Encryption.STARTTLS : MailServer.Encryption.NONE;
        return new Mail(
                new MailServer(
                        options.server().getHost(),
                        port,
                        encryption,
                        user == null ? null : user.name(),
                        user == null ? null : Token.of(user.password()),
                        http.caFile()),
                new Mail.Envelope(options.from(), options.to(), options.ticket()),
                link);
    }

    private Token address(ChannelSettings settings, @Nullable URI url) {
        return url == null ? token(settings) : Token.of(url.toString());
    }

    private Token token(ChannelSettings settings) {
        Function<Login, String> secret =
                login -> login.fold(Login.User::password, Login.KeyPair::secretKey, Login.Token::secret);
        return Token.of(secret.apply(login(settings)));
    }

    private Login login(ChannelSettings settings) {
        String name = settings.credentials();
        return (name == null ? Optional.<Login>empty() : lookup.find(name))
                .orElseThrow(() -> new IllegalArgumentException("There are no credentials named '" + name
                        + "' for the channel " + settings.id() + ": give them under this name"));
    }

    private Transport transport() {
        return Transport.withoutRedirects(http, clock);
    }

    /** In the region that the ARN of the topic names. */
    private synchronized AwsClients clients(String topic) {
        AwsClients clients = new AwsClients(aws.inRegion(topic.split(":", 6)[3]));
        opened.add(clients);
        return clients;
    }

    @Override
    public synchronized void close() {
        opened.forEach(AwsClients::close);
        opened.clear();
    }
}
