package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreRule;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreService;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreWait;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.SystemWait;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Waits for an Anchore, or for an analysis there, and never for ever. */
@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        description =
                "Wait until an Anchore is up with its feeds, or until an image is analysed. Ends on failure, on a refused"
                        + " login and when the time is over.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:It is ready, or analysed.",
            "1:The analysis failed.",
            "2:An option is wrong.",
            "3:The time is over, or nobody can tell."
        })
final class WaitCommand extends AnchoreCommand {
    @Option(names = "--image", paramLabel = "DIGEST", description = "Wait for the analysis of this image.")
    private @Nullable String image;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "For how long. Default: ${DEFAULT-VALUE}.",
            defaultValue = "30m")
    private Duration timeout = Duration.ofMinutes(30);

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Between two questions. Default: ${DEFAULT-VALUE}.",
            defaultValue = "5s")
    private Duration interval = Duration.ofSeconds(5);

    WaitCommand(Session session) {
        super(session);
    }

    @Override
    int ask(AnchoreService anchore) throws BlindException, InterruptedException {
        return image == null ? system(anchore) : analysis(anchore, digest(image));
    }

    private static Digest digest(String text) {
        return Digest.parse(text)
                .orElseThrow(() -> new UsageException(
                        "'" + text + "' is no digest of an image; sha256: and 64 hex digits are expected."));
    }

    private int system(AnchoreService anchore) throws BlindException, InterruptedException {
        SystemWait wait = anchore.awaitSystem(AnchoreRule.DEFAULT, timeout, interval);
        if (json()) {
            sayJson(RecordJson.write(wait));
        } else {
            say(
                    wait.ready()
                            ? "It is up, and its feeds are there."
                            : "It is not ready: " + String.join("; ", wait.missing()));
        }
        return wait.ready() ? ExitStatus.PASS : ExitStatus.INDETERMINATE;
    }

    private int analysis(AnchoreService anchore, Digest digest) throws BlindException, InterruptedException {
        AnchoreWait wait = anchore.await(digest, timeout, interval);
        if (json()) {
            sayJson(RecordJson.write(wait));
        } else {
            say(wait.image().name() + ": " + wait.ending()
                    + (wait.why() == null ? "" : ": " + wait.why().words()));
        }
        return switch (wait.ending()) {
            case ANALYZED -> ExitStatus.PASS;
            case FAILED -> ExitStatus.FAIL;
            case TIMED_OUT, UNRECOGNISED -> ExitStatus.INDETERMINATE;
        };
    }
}
