package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the user pages show is what the command line does. */
class DocumentationTest {
    private static final Path USER = Path.of("../docs/user");
    private static final Pattern BLOCK = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("qualys-fargate (.*?) +# exit ([0-3])");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z0-9-]+)`");

    @TempDir
    private Path directory;

    @Test
    void shouldDoWhatTheCommandLinePageShows() throws IOException {
        List<String> lines = commands(Files.readString(USER.resolve("command-line.md")));
        assertThat(lines).hasSizeGreaterThan(15);
        for (String line : lines) {
            Matcher command = COMMAND.matcher(line);
            assertThat(command.matches()).as("'%s' ends in '# exit N'", line).isTrue();
            CommandRun run = CommandRun.of(
                    directory,
                    Arrays.stream(command.group(1).split(" ")).map(this::here).toArray(String[]::new));
            assertThat(run.status()).as(line + "\n" + run.err()).isEqualTo(Integer.parseInt(command.group(2)));
        }
    }

    @Test
    void shouldNameEveryCommandAndOnlyOptionsThatExist() throws IOException {
        String page = Files.readString(USER.resolve("command-line.md"));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        CommandLine root =
                Main.commandLine(new Session(new Terminal(nowhere, nowhere, false, 100), Map.of(), Clock.systemUTC()));
        Set<String> options = new HashSet<>();
        collect(root, options);

        assertThat(OPTION.matcher(page).results().map(found -> found.group(1))).isSubsetOf(options);
        assertThat(root.getSubcommands().keySet().stream().filter(name -> !name.equals("help")))
                .allSatisfy(name -> assertThat(page).contains(name));
    }

    private static void collect(CommandLine command, Set<String> options) {
        command.getCommandSpec().options().forEach(option -> options.addAll(Arrays.asList(option.names())));
        command.getSubcommands().values().forEach(each -> collect(each, options));
    }

    private static List<String> commands(String page) {
        List<String> lines = new ArrayList<>();
        BLOCK.matcher(page)
                .results()
                .flatMap(block -> Stream.of(block.group(1).split("\n")))
                .forEach(lines::add);
        return lines;
    }

    private String here(String argument) {
        return argument.startsWith("build/")
                ? directory.resolve(argument).toString()
                : argument.replaceFirst("^contracts/", "../contracts/");
    }
}
