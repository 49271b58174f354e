package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the reports of a stored scan again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Write the reports and badges of a stored scan. (For a report file use 'gate --report FILE -o DIR'.)")
final class ReportCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "ID", description = "Id of the scan, from 'history list'.")
    private String id = "";

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (output.output == null) {
            throw new UsageException("Say where to write the reports: -o DIR.");
        }
        output.check();
        List<Path> written;
        try (History store = history.open(session)) {
            GateRun run = StoredScan.find(store, id);
            written = output.write(run, new HistoryTrends(store, session.terminal()));
        }
        if (common.json) {
            JsonObject.print(session.terminal().out(), json -> {
                json.writeArrayFieldStart("files");
                for (Path file : written) {
                    json.writeString(file.toString());
                }
                json.writeEndArray();
            });
        } else {
            written.forEach(file -> session.terminal().out().println("Wrote " + file));
        }
        return ExitStatus.PASS;
    }
}
