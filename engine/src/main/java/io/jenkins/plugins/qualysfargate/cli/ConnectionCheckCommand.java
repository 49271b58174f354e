package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qualys.CheckConnection;
import io.jenkins.plugins.qualysfargate.engine.qualys.ConnectionOutcome.Connected;
import io.jenkins.plugins.qualysfargate.engine.qualys.GatewayAddress;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries platform and login as a scan would use them, and says what to do if they do not work. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Check that Qualys can be reached and accepts the login: exit status 0 if it does, 2 if it refuses,"
                        + " 3 if there is no answer that says so.",
        footer = {"", "Example:", "  qualys-fargate connection check --pod US2"})
final class ConnectionCheckCommand implements Callable<Integer> {
    private static final int LONGEST_LINE = 4000;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    ConnectionCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> environment = session.environment();
        List<String> problems = connection.problems(environment);
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
        HttpSettings http = network.http(session);
        ConnectionOptions.Login login = connection.login(session, http);
        QualysPlatform platform = login.platform();
        Answer answer = CheckConnection.create(http, session.clock())
                .check(platform, login.login())
                .fold(
                        ConnectionCheckCommand::connected,
                        it -> Answer.no("REFUSED", ExitStatus.USAGE, it.reason(), it.howToFix()),
                        it -> Answer.no("UNREACHABLE", ExitStatus.INDETERMINATE, it.reason(), it.howToFix()));
        if (common.json) {
            printJson(GatewayAddress.of(platform), answer);
        } else {
            print(GatewayAddress.of(platform), answer);
        }
        return answer.status();
    }

    private static Answer connected(Connected it) {
        return new Answer(
                "CONNECTED", ExitStatus.PASS, "Qualys accepts the login.", it.tokenExpiry(), it.remarks(), "");
    }

    /** @param howToFix empty if there is nothing to fix */
    private record Answer(
            String word,
            int status,
            String reason,
            @Nullable Instant tokenExpiry,
            List<String> remarks,
            String howToFix) {
        static Answer no(String word, int status, String reason, String howToFix) {
            return new Answer(word, status, reason, null, List.of(), howToFix);
        }
    }

    private void print(URI gateway, Answer answer) {
        line(answer.word() + " " + gateway);
        line(answer.reason());
        if (answer.tokenExpiry() != null) {
            line("The access token is valid until " + answer.tokenExpiry() + ".");
        }
        answer.remarks().forEach(remark -> line("Note: " + remark));
        if (!answer.howToFix().isEmpty()) {
            line(answer.howToFix());
        }
    }

    /** Reasons may quote what a server said. */
    private void line(String text) {
        session.terminal().out().println(SafeText.line(text, LONGEST_LINE));
    }

    private void printJson(URI gateway, Answer answer) throws IOException {
        JsonObject.print(session.terminal().out(), json -> {
            json.writeStringField("connection", answer.word());
            json.writeStringField("gateway", gateway.toString());
            json.writeStringField("reason", answer.reason());
            json.writeStringField("howToFix", answer.howToFix());
            if (answer.tokenExpiry() != null) {
                json.writeStringField("tokenExpiry", answer.tokenExpiry().toString());
            }
            json.writeArrayFieldStart("remarks");
            for (String remark : answer.remarks()) {
                json.writeString(remark);
            }
            json.writeEndArray();
        });
    }
}
