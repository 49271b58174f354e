package io.jenkins.plugins.qualysfargate.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.engine.SharedStores;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.original.OriginalCache;
import io.jenkins.plugins.qualysfargate.engine.aws.original.OriginalEntry;
import io.jenkins.plugins.qualysfargate.engine.aws.original.OriginalPage;
import io.jenkins.plugins.qualysfargate.engine.aws.original.OriginalResults;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the original scanner left, and how much of it can be believed. */
@Command(
        name = "original",
        mixinStandardHelpOptions = true,
        description =
                "List the results that the original scanner left in the bucket of a stack. It kept failed scans as"
                        + " clean ones, so a result without findings is SUSPECT. Exit status 3 if any is suspect or cannot be read.",
        footer = {"", "Example:", "  qualys-fargate history original --aws-stack qualys-fargate --repository payments"})
final class HistoryOriginalCommand implements Callable<Integer> {
    private static final int LONGEST = 500;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Option(names = "--repository", paramLabel = "NAME", description = "Only repositories that begin so.")
    private String repository = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Look at so many objects at most. Default: ${DEFAULT-VALUE}.",
            defaultValue = "100")
    private int limit = 100;

    @Option(names = "--page", paramLabel = "KEY", description = "Go on where a page ended.")
    private @Nullable String page;

    HistoryOriginalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1) {
            throw new UsageException("--limit is " + limit + ", but at least 1 object has to be looked at.");
        }
        AwsSettings settings = aws.settings(session.settings().http());
        SharedStores stores = store.stores(settings, session.environment(), false);
        if (stores == null) {
            throw new UsageException("No stack is named. Use --aws-stack or $QUALYS_FARGATE_STACK.");
        }
        try (AwsClients clients = new AwsClients(settings)) {
            OriginalPage found = new OriginalResults(
                            new Bucket(clients, stores.history().bucket()),
                            new OriginalCache(
                                    new Table(clients, stores.history().cacheTable()), session.clock()))
                    .page(repository, page, limit);
            if (common.json) {
                printJson(found);
            } else {
                print(found);
            }
            boolean believed =
                    found.entries().stream().allMatch(entry -> word(entry).equals("FOUND"));
            return believed ? ExitStatus.PASS : ExitStatus.INDETERMINATE;
        }
    }

    private static String word(OriginalEntry entry) {
        return entry.assessment().fold(found -> "FOUND", suspect -> "SUSPECT", unreadable -> "UNREADABLE");
    }

    private static String reason(OriginalEntry entry) {
        return entry.assessment()
                .fold(
                        found -> found.findings() + " findings; there may be more.",
                        suspect -> suspect.reason(),
                        unreadable -> unreadable.reason());
    }

    private void print(OriginalPage found) {
        PrintStream out = session.terminal().out();
        for (OriginalEntry entry : found.entries()) {
            out.printf(
                    "%-10s %s  %s@%s%n",
                    word(entry),
                    entry.freshAt(),
                    SafeText.line(entry.key().repository(), LONGEST),
                    entry.key().digest());
            out.println("           " + SafeText.line(reason(entry), LONGEST));
        }
        out.println(found.entries().size() + " shown.");
        if (found.next() != null) {
            out.println("More: --page " + SafeText.line(found.next(), LONGEST));
        }
    }

    private void printJson(OriginalPage found) throws IOException {
        JsonObject.print(session.terminal().out(), json -> {
            json.writeArrayFieldStart("results");
            for (OriginalEntry entry : found.entries()) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeStringField("next", found.next());
        });
    }

    private static void write(JsonGenerator json, OriginalEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("repository", entry.key().repository());
        json.writeStringField("imageDigest", entry.key().digest().value());
        json.writeStringField("freshAt", entry.freshAt().toString());
        json.writeStringField("assessment", word(entry));
        json.writeStringField("reason", reason(entry));
        json.writeEndObject();
    }
}
