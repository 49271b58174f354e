package io.jenkins.plugins.qualysfargate.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Everything that people read in a page is there in English and in German. */
class TranslationsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/io");
    private static final Pattern KEY = Pattern.compile("\\$\\{%([A-Za-z0-9_.]+)[^}]*\\}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]\\}");

    @TestFactory
    Stream<DynamicTest> shouldTranslateEveryTextOfAPage() throws IOException {
        return files(".jelly")
                .map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
                    Set<String> keys = matches(KEY, Files.readString(page));
                    if (!keys.isEmpty()) {
                        assertThat(texts(beside(page, ".jelly", ".properties")).stringPropertyNames())
                                .containsExactlyInAnyOrderElementsOf(keys);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldHaveTheSameTextsInBothLanguages() throws IOException {
        return files(".properties")
                .filter(file -> !isGerman(file))
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Properties english = texts(file);
                    Properties german = texts(beside(file, ".properties", "_de.properties"));
                    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
                    for (String key : english.stringPropertyNames()) {
                        assertThat(matches(PLACEHOLDER, german.getProperty(key)))
                                .as(key)
                                .isEqualTo(matches(PLACEHOLDER, english.getProperty(key)));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldHaveEveryHelpInBothLanguages() throws IOException {
        return files(".html")
                .filter(file -> !isGerman(file))
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    String english = Files.readString(file);
                    String german = Files.readString(beside(file, ".html", "_de.html"));
                    assertThat(german).startsWith("<div>").isNotEqualTo(english);
                    assertThat(english).startsWith("<div>");
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldBeReadAlikeInEveryEncoding() throws IOException {
        return Stream.concat(files(".properties"), files(".html"))
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> assertThat(Files.readString(file))
                        .isASCII()));
    }

    private static Stream<Path> files(String end) throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
        }
    }

    private static boolean isGerman(Path file) {
        return file.toString().contains("_de.");
    }

    private static Path beside(Path file, String end, String other) {
        String name = file.toString();
        return Path.of(name.substring(0, name.length() - end.length()) + other);
    }

    private static Properties texts(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.groupCount() == 0 ? match.group() : match.group(1))
                .forEach(found::add);
        return found;
    }
}
