package io.jenkins.plugins.qualysfargate.jenkins.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of advisories names tests that are there, for every class of them. */
class SecurityPageTest {
    private static final Path PAGE = Path.of("docs/developer/security.md");
    private static final Pattern TEST = Pattern.compile("\\[([A-Za-z]+)#([A-Za-z_]+)]\\(([^)]+)\\)");
    private static final Pattern NUMBER = Pattern.compile("\\b[0-9]{3,4}(?:-[0-9])?\\b");
    private static final Pattern ANNOTATION = Pattern.compile("@(?:Test|ParameterizedTest|TestFactory|ArchTest)\\b");

    @Test
    void shouldHaveEveryClassOfAdvisories() throws IOException {
        assertThat(rows().map(Row::name))
                .containsExactlyInAnyOrder(
                        "Stored XSS from scan data",
                        "XSS in badges",
                        "Badges: who may see them, and paths",
                        "CSRF and missing permissions, theft of credentials",
                        "Enumeration of the ids of credentials",
                        "System credentials within reach of jobs",
                        "Secrets in plain text",
                        "Gaps of masking",
                        "XXE",
                        "Path traversal, arbitrary files, archives",
                        "Agent to controller, deserialisation",
                        "Listing of workspaces",
                        "Content Security Policy switched off",
                        "TLS switched off",
                        "SSRF",
                        "Weak webhooks",
                        "Denial of service by reports and searches",
                        "Execution of commands",
                        "Builds on the controller");
        assertThat(Files.readString(Path.of("docs/developer/plugin.md"))).contains("](security.md)");
    }

    @TestFactory
    Stream<DynamicTest> shouldNameTestsThatAreThereAndNameTheAdvisories() throws IOException {
        return rows().map(row -> DynamicTest.dynamicTest(row.name, row::check));
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| class |"))
                .map(line -> line.split(" \\| ", -1))
                .map(cells -> new Row(cells[0].substring(2), cells[1], cells[2], cells[3]));
    }

    private record Row(String name, String advisories, String rule, String tests) {
        void check() throws IOException {
            List<MatchResult> named = TEST.matcher(tests).results().toList();
            assertThat(named).as("tests of the row").isNotEmpty();
            assertThat(tests.replaceAll(TEST.pattern(), ""))
                    .as("what is no link to a test")
                    .matches("[, |]*");
            assertThat(rule).isNotBlank();
            for (MatchResult test : named) {
                assertIsThere(
                        test.group(1),
                        test.group(2),
                        PAGE.resolveSibling(test.group(3)).normalize());
            }
            String sources = named.stream()
                    .map(test -> read(PAGE.resolveSibling(test.group(3))))
                    .collect(Collectors.joining("\n"));
            assertThat(NUMBER.matcher(advisories).results().map(MatchResult::group))
                    .as("advisories")
                    .isNotEmpty()
                    .allSatisfy(number -> assertThat(Pattern.compile("\\b" + number + "\\b")
                                    .matcher(sources)
                                    .find())
                            .as("a test of the row that names %s", number)
                            .isTrue());
        }

        private static void assertIsThere(String type, String member, Path file) {
            assertThat(file).isRegularFile().hasFileName(type + ".java");
            String source = read(file);
            if (member.equals(member.toUpperCase(Locale.ROOT))) {
                assertThat(source).as("rule %s in %s", member, file).contains("static final ArchRule " + member + " =");
                return;
            }
            int method = source.indexOf("    void " + member + "(");
            assertThat(method).as("method %s in %s", member, file).isPositive();
            String before = source.substring(source.lastIndexOf("\n\n", method), method);
            assertThat(ANNOTATION.matcher(before).find())
                    .as("%s is a test", member)
                    .isTrue();
            assertThat(before).as("%s is run", member).doesNotContain("@Disabled");
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException("could not read " + file, e);
            }
        }
    }
}
