package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a source be asked again whose logins were refused. */
@Command(
        name = "logins",
        mixinStandardHelpOptions = true,
        description =
                "Ask a source again whose login was refused twice, after its credentials were mended: until then nobody asks,"
                        + " so that the account is not locked.")
final class MonitorsLoginsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Parameters(paramLabel = "SOURCE", description = "Its id.")
    private String source = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why; it stays on record.")
    private String why = "";

    @Option(names = "--as", paramLabel = "NAME", description = "Who says so. Default: the user of this process.")
    private @Nullable String who;

    MonitorsLoginsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        By by = new By(who == null ? CheckOptions.user(session) : who, why);
        try {
            options.<Boolean>with(session, compliance -> {
                compliance.allowLogins(source, by);
                return true;
            });
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
        session.terminal().out().println("The source " + source + " is asked again.");
        return ExitStatus.PASS;
    }
}
