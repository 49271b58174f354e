package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the monitors of a file; asks nobody. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the monitors of a compliance file and when they are due; no source is asked.")
final class MonitorsListCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private CheckOptions options = new CheckOptions();

    MonitorsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ComplianceSettings settings = options.settings(session);
        Instant now = session.clock().instant();
        if (common.json) {
            session.terminal()
                    .out()
                    .println(RecordJson.write(Map.of(
                            "monitors",
                            settings.monitors().stream()
                                    .map(each -> json(each, now))
                                    .toList())));
            return ExitStatus.PASS;
        }
        for (Monitor each : settings.monitors()) {
            Instant next = next(each, now);
            session.terminal()
                    .out()
                    .println(each.id() + "  " + each.source() + "  "
                            + each.selector().words() + "  " + when(each) + (next == null ? "" : "  next " + next)
                            + (each.enabled() ? "" : "  switched off"));
        }
        return ExitStatus.PASS;
    }

    private static Map<String, @Nullable Object> json(Monitor it, Instant now) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", it.id());
        json.put("source", it.source());
        json.put("select", it.selector().words());
        json.put("schedule", when(it));
        json.put("nextDue", next(it, now));
        json.put("enabled", it.enabled());
        json.put("urgency", it.care().urgency());
        json.put("owner", it.care().owner());
        json.put("runbook", it.care().runbook());
        json.put("escalation", it.care().escalation());
        return json;
    }

    static String when(Monitor monitor) {
        if (monitor.timing() instanceof Timing.Own own) {
            return own.schedule().words();
        }
        return monitor.timing() instanceof Timing.OfSource ? "as its source has it" : "all the time";
    }

    private static @Nullable Instant next(Monitor monitor, Instant now) {
        return monitor.timing() instanceof Timing.Own own
                ? own.schedule().next(now).orElse(null)
                : null;
    }
}
