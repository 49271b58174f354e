package io.jenkins.plugins.qualysfargate.cli;

import static io.jenkins.plugins.qualysfargate.cli.CommandRun.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    @TempDir
    private Path directory;

    static Stream<CommandLine> commands() {
        return all(Main.commandLine(new Session(quiet(), Map.of(), Clock.systemUTC())));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(MainTest::all));
    }

    private static Terminal quiet() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, false, 100);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldDescribeEveryCommandAndOption(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(command.getCommandSpec().args()).allSatisfy(argument -> assertThat(argument.description())
                .as(argument.paramLabel())
                .isNotEmpty()
                .noneMatch(String::isBlank));
        String[] path = (command.getCommandSpec().qualifiedName() + " --help").split(" ");
        CommandRun help =
                CommandRun.of(directory, List.of(path).subList(1, path.length).toArray(String[]::new));
        if (!command.getCommandName().equals("help")) {
            assertThat(help.status()).isZero();
            assertThat(help.out()).startsWith("Usage: ").doesNotContain("${");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "scam",
                "--verbose",
                "gate",
                "policy",
                "history",
                "report",
                "scan",
                "policy check",
                "history purge",
                "connection",
                "connection check",
                "gate --report",
                "@file"
            })
    void shouldRefuseWhatItDoesNotUnderstand(String line) {
        CommandRun run = CommandRun.of(directory, line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("qualys-fargate").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate --reprot x", "gate --report x --reprot y", "scan --reprot x", "demo --reprot x"})
    void shouldNameAMisspeltOption(String line) {
        CommandRun run = CommandRun.of(directory, line.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("--reprot");
    }

    @Test
    void shouldTellItsVersion() {
        assertThat(CommandRun.of(directory, "--version").out())
                .startsWith("qualys-fargate ")
                .contains("Java");
    }

    @Test
    void shouldCheckEverySamplePolicy() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("policy"))) {
            for (Path file : files.toList()) {
                boolean good = file.getFileName().toString().startsWith("good");
                CommandRun run = CommandRun.of(directory, "policy", "check", "--json", file.toString());
                assertThat(run.status()).as(file.toString()).isEqualTo(good ? ExitStatus.PASS : ExitStatus.USAGE);
                assertThat(run.json().get("valid").booleanValue()).isEqualTo(good);
                assertThat(run.json().get("problems").isEmpty()).isEqualTo(good);
            }
        }
    }

    @Test
    void shouldShowEveryProblemOfAPolicyWithItsLine() {
        Path file = SAMPLES.resolve("policy/bad-many-problems.yaml");
        CommandRun run = CommandRun.of(directory, "policy", "check", file.toString());
        assertThat(run.out()).contains(file + ":4:", file + ":6:", file + ":7:", "problems found.");
    }

    @Test
    void shouldSayAtOnceWhatAScanLacks() {
        CommandRun run = CommandRun.of(directory, "scan", "registry.example/app:1");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("No Qualys platform", "No Qualys access token", "No scanner is given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan a.example/b --pod XX9",
                "scan NOT/AN:IMAGE --pod US1",
                "scan a.example/b --pod US1 --gateway http://plain.example",
                "scan a.example/b --pod US1 --timeout 0",
                "scan a.example/b --pod US1 --platform linux",
                "scan a.example/b --pod US1 --scanner-url https://mirror.example/",
                "scan a.example/b --pod US1 --scanner-sha256 abc",
                "scan a.example/b --pod US1 --token-file no-such-file",
                "scan a.example/b --pod US1 --formats pdf"
            })
    void shouldRefuseAScanThatCannotBe(String line) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        if (!line.contains("--scanner-url")) {
            arguments.addAll(List.of("--scanner", "/no/such/scanner"));
        }
        arguments.add("--json");

        CommandRun run = CommandRun.of(
                directory, Map.of("QUALYS_ACCESS_TOKEN", "a-token-of-a-test"), arguments.toArray(String[]::new));

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        run.verdict();
        assertThat(run.err()).doesNotContain("Exception", "a-token-of-a-test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.StackOverflowError", "java.lang.NoClassDefFoundError"})
    void shouldGiveNoAnswerWhenJavaItselfGivesUp(String error) throws IOException {
        Clock broken = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                throw error.endsWith("StackOverflowError")
                        ? new StackOverflowError("too deep")
                        : new NoClassDefFoundError("gone");
            }
        };
        var out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), quiet().err(), false, 100);
        String[] gate = {"gate", "--json", "--report", SAMPLES.resolve("clean").toString()};

        int status = Main.run(new Session(terminal, Map.of(), broken), gate);

        CommandRun run = new CommandRun(status, out.toString(StandardCharsets.UTF_8), "");
        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.verdict().get("reason").textValue()).contains(error);
    }

    @Test
    void shouldWriteACompletionThatBashTakes() throws IOException, InterruptedException {
        CommandRun run = CommandRun.of(directory, "generate-completion");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("--fail-on", "history", "complete -F");

        Process bash =
                new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (OutputStream in = bash.getOutputStream()) {
            new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8)).transferTo(in);
        }
        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(bash.waitFor()).isZero();
    }
}
