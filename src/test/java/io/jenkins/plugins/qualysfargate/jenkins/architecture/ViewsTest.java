package io.jenkins.plugins.qualysfargate.jenkins.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Views and scripts show texts as texts. Stored XSS: SECURITY-2821 anchore; 577, 3344 dependency-check; 3006 qualys-pc;
 * 1373 warnings-ng; 1907 analysis-core; 2869 checkmarx; 2836 contrast; 3611 coverage; 1590, 3302, 3706 htmlpublisher.
 */
class ViewsTest {
    private static final Pattern RAW_IN_VIEWS =
            Pattern.compile("<j:out|rawHtml|escapeText|<st:bind|<script(?![^>]*\\ssrc=)|\\son[a-z]+=");
    private static final Pattern RAW_IN_SCRIPTS = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|DOMParser|\\beval\\b"
                    + "|new Function|new RegExp|srcdoc|setHTML|\\$\\(");

    /** A picture of numbers and words of our own, made by the engine, which escapes the only name in it. */
    private static final String CHART = "<j:out value=\"${%s.chart}\"/>";

    @Test
    void shouldEscapeByDefaultInEveryView() throws IOException {
        List<Path> views = files(Path.of("src/main/resources"), ".jelly");

        assertThat(views).hasSizeGreaterThan(20).allSatisfy(view -> {
            String text = Files.readString(view);
            assertThat(text).startsWith("<?jelly escape-by-default='true'?>");
            String rest = text.replace(CHART.formatted("it"), "").replace(CHART.formatted("action"), "");
            assertThat(RAW_IN_VIEWS.matcher(rest).find())
                    .as("markup that is not escaped")
                    .isFalse();
        });
    }

    @Test
    void shouldMakeNoMarkupOfTextsInScripts() throws IOException {
        List<Path> scripts = files(Path.of("src/main"), ".js");

        assertThat(scripts).isNotEmpty().allSatisfy(script -> assertThat(
                        RAW_IN_SCRIPTS.matcher(Files.readString(script)).find())
                .as("markup, code or a pattern made of a text")
                .isFalse());
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
