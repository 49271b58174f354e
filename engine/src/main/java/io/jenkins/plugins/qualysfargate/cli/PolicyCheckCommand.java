package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReading;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads policy files and tells everything that is wrong with them at once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check policy files: exit status 0 if all can be used, 2 if not.")
final class PolicyCheckCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policy file, YAML or JSON.")
    private List<Path> files = new ArrayList<>();

    PolicyCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        List<String> warnings = new ArrayList<>();
        List<YamlProblem> problems = new ArrayList<>();
        for (Path file : files) {
            PolicyReading reading = PolicyFile.read(file);
            problems.addAll(reading.<List<YamlProblem>>fold(valid -> List.of(), PolicyReading.Invalid::problems));
            warnings.addAll(reading.<List<String>>fold(
                    valid -> valid.warnings().stream()
                            .map(text -> file + ": " + text)
                            .toList(),
                    invalid -> List.of()));
        }
        if (common.json) {
            printJson(problems, warnings);
        } else {
            problems.forEach(problem -> session.terminal().out().println(problem));
            warnings.forEach(warning -> session.terminal().out().println("Warning: " + warning));
            session.terminal()
                    .out()
                    .println(
                            problems.isEmpty()
                                    ? count(files.size(), "policy file") + " can be used."
                                    : count(problems.size(), "problem") + " found.");
        }
        return problems.isEmpty() ? ExitStatus.PASS : ExitStatus.USAGE;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void printJson(List<YamlProblem> problems, List<String> warnings) throws IOException {
        JsonObject.print(session.terminal().out(), json -> {
            json.writeBooleanField("valid", problems.isEmpty());
            json.writeArrayFieldStart("problems");
            for (YamlProblem problem : problems) {
                json.writeStartObject();
                json.writeStringField("source", problem.source());
                json.writeNumberField("line", problem.line());
                json.writeNumberField("column", problem.column());
                json.writeStringField("path", problem.path());
                json.writeStringField("message", problem.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("warnings");
            for (String warning : warnings) {
                json.writeString(warning);
            }
            json.writeEndArray();
        });
    }
}
