package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreService;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A question to one Anchore of the compliance file. */
abstract class AnchoreCommand implements Callable<Integer> {
    private static final int LONGEST = 2_000;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(names = "--source", paramLabel = "ID", description = "Which source. Default: the only one of type anchore.")
    private @Nullable String source;

    AnchoreCommand(Session session) {
        this.session = session;
    }

    /** Asks, prints and gives the exit status. */
    abstract int ask(AnchoreService anchore) throws BlindException, InterruptedException;

    final boolean json() {
        return common.json;
    }

    /** One line of the answer, whatever stands in it. */
    final void say(String line) {
        session.terminal().out().println(SafeText.line(line, LONGEST));
    }

    /** JSON as it is. */
    final void sayJson(String json) {
        session.terminal().out().println(json);
    }

    final Instant now() {
        return session.clock().instant();
    }

    @Override
    public final Integer call() throws InterruptedException {
        Asked asked = new Asked();
        int status = options.with(session, compliance -> {
            try {
                return ask(compliance.anchore(source));
            } catch (BlindException blind) {
                session.terminal().note(blind.getMessage() + " " + blind.howToFix());
                return ExitStatus.INDETERMINATE;
            } catch (InterruptedException stopped) {
                asked.stopped = stopped;
                return ExitStatus.INDETERMINATE;
            } catch (IllegalArgumentException wrong) {
                throw new UsageException(String.valueOf(wrong.getMessage()));
            }
        });
        if (asked.stopped != null) {
            throw asked.stopped;
        }
        return status;
    }

    private static final class Asked {
        private @Nullable InterruptedException stopped;
    }
}
