package io.jenkins.plugins.qualysfargate.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.svg.Contrast;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TrendChartTest {
    private static final Path GOLDEN =
            Path.of("src/test/resources/io/jenkins/plugins/qualysfargate/engine/chart/TrendChart");
    private static final String SUBJECT = "registry.example/payments-api";
    private static final Set<String> ELEMENTS = Set.of("svg", "title", "desc", "g", "path", "circle", "rect", "text");
    private static final Set<String> ATTRIBUTES = Set.of(
            ("xmlns width height role viewBox font-family font-size font-weight d fill fill-opacity stroke stroke-opacity"
                            + " stroke-width stroke-linecap stroke-linejoin stroke-dasharray cx cy r x y rx text-anchor"
                            + " transform pointer-events color")
                    .split(" "));

    static Iterable<Map.Entry<String, Trend>> trends() {
        return Map.of(
                        "typical", Trends.typical(),
                        "many", Trends.many(),
                        "huge", Trends.huge(),
                        "clean", Trends.clean(),
                        "single", Trends.single(),
                        "broken", Trends.broken(),
                        "empty", Trends.empty(),
                        "long-labels", Trends.labelled("registry.example/payments-api:1.4.2-a-very-long-label"))
                .entrySet();
    }

    @ParameterizedTest
    @MethodSource("trends")
    void shouldLookAsItDidWhenItWasLookedAt(Map.Entry<String, Trend> trend) throws IOException {
        assertUnchanged("expected-" + trend.getKey() + ".svg", inline(trend.getValue()));
    }

    @Test
    void shouldLookAsItDidOnAGroundOfItsOwn() throws IOException {
        assertUnchanged("expected-image.svg", TrendChart.image(Trends.typical(), SUBJECT, TrendWords.english()));
    }

    /** {@code -Dgolden.rewrite=true} writes the expected files anew. */
    private static void assertUnchanged(String name, String rendered) throws IOException {
        Path expected = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(expected, rendered);
        }
        assertThat(expected).hasContent(rendered);
    }

    @ParameterizedTest
    @MethodSource("trends")
    void shouldHaveNothingThatAContentSecurityPolicyForbids(Map.Entry<String, Trend> trend) throws Exception {
        for (Element element : all(parsed(inline(trend.getValue())))) {
            assertThat(element.getTagName()).isIn(ELEMENTS);
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).isIn(ATTRIBUTES);
                assertThat(element.getAttributes().item(i).getNodeValue()).doesNotContain("url(", "NaN", "Infinity");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</title><script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "' & <b>",
                "\u0000\u001B\uD800\uFFFE\u202E",
                "]]>"
            })
    void shouldKeepEveryTextAText(String hostile) throws Exception {
        Element harmless = parsed(TrendChart.inline(Trends.labelled("x"), "x", new FakeWords("x", "")));
        Element svg = parsed(TrendChart.inline(Trends.labelled(hostile), hostile, new FakeWords(hostile, "")));
        for (String element : ELEMENTS) {
            if (!element.equals("text")) { // Of long labels fewer have room.
                assertThat(elements(svg, element)).as(element).hasSameSizeAs(elements(harmless, element));
            }
        }
        assertThat(all(svg)).allMatch(element -> ELEMENTS.contains(element.getTagName()));
        assertThat(svg.getAttributes().getLength())
                .isEqualTo(harmless.getAttributes().getLength());
    }

    @ParameterizedTest
    @MethodSource("trends")
    void shouldSayNothingButTheWordsThatItIsGiven(Map.Entry<String, Trend> trend) throws Exception {
        String svg = TrendChart.inline(trend.getValue(), SUBJECT, new FakeWords("[", "]"));
        Set<String> labels = Set.copyOf(
                trend.getValue().points().stream().map(TrendPoint::label).toList());
        for (Element element : all(parsed(svg))) {
            String text = element.getTextContent().strip();
            if (Set.of("text", "title", "desc").contains(element.getTagName()) && !labels.contains(text)) {
                assertThat(text).matches("[+\u2212]?\\[.*]|registry\\.example/p…");
            }
        }
    }

    @Test
    void shouldTellTheTrendToThoseWhoDoNotSeeIt() throws Exception {
        Element svg = parsed(inline(Trends.typical()));
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(text(svg, "title")).isEqualTo("Compliance trend of registry.example/payments-api, 14 scans");
        assertThat(text(svg, "desc"))
                .isEqualTo(
                        "2 passed, 9 failed, 3 indeterminate. Outstanding findings: 48 at first, 9 at last, between 9"
                                + " and 66. 2026-01-22 06:30: pass, 9 outstanding, 0 new, 3 fixed.");
        assertThat(text(parsed(inline(Trends.many())), "desc")).endsWith("23 earlier scans are not shown.");
        assertThat(text(parsed(inline(Trends.empty())), "desc")).isEqualTo("There is no scan to show yet.");
        assertThat(inline(Trends.single())).contains(">One scan so far: the trend begins with the next.</text>");
        assertThat(inline(Trends.empty())).contains(">There is no scan to show yet.</text>");
    }

    @Test
    void shouldDrawNoNumberWhereThereIsNoAnswer() throws Exception {
        Element svg = parsed(inline(Trends.broken()));
        assertThat(drawn(svg, "circle", Palette.OUTSTANDING))
                .as("only the legend's")
                .hasSize(1);
        assertThat(drawn(svg, "rect", Palette.INTRODUCED))
                .as("only the legend's")
                .hasSize(1);
        assertThat(drawn(svg, "rect", Palette.FIXED)).as("only the legend's").hasSize(1);
        assertThat(drawn(svg, "rect", Palette.GAP))
                .as("two panels, two points, and the legend")
                .hasSize(5);
        assertThat(text(svg, "desc")).endsWith("#2: indeterminate, no numbers.");
    }

    @Test
    void shouldTellAZeroFromAMissingNumber() throws Exception {
        TrendPoint first = Trends.point("#1", VerdictKind.PASS, 0);
        TrendPoint second = Trends.point("#2", VerdictKind.PASS, 0, 0, 0);
        Element svg = parsed(inline(Trend.of(List.of(first, second))));
        assertThat(drawn(svg, "circle", Palette.OUTSTANDING)).hasSize(3);
        assertThat(drawn(svg, "rect", Palette.GAP))
                .as("the first changes, and the legend")
                .hasSize(2);
        Element compared = parsed(inline(Trend.of(List.of(second, second))));
        assertThat(drawn(compared, "rect", Palette.GAP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_000_000, Long.MAX_VALUE})
    void shouldStayInItsFrameHoweverLargeTheNumbers(long number) throws Exception {
        Trend trend = Trend.of(List.of(
                Trends.point("#1", VerdictKind.FAIL, number, number, 1),
                Trends.point("#2", VerdictKind.FAIL, 0, 0, number)));
        Element svg = parsed(inline(trend));
        double height = Double.parseDouble(svg.getAttribute("height"));
        for (Element rect : elements(svg, "rect")) {
            double top = Double.parseDouble(rect.getAttribute("y"));
            assertThat(top).isBetween(0.0, height);
            assertThat(top + Double.parseDouble(rect.getAttribute("height"))).isBetween(top, height);
        }
        assertThat(elements(svg, "circle")).allSatisfy(dot -> assertThat(Double.parseDouble(dot.getAttribute("cy")))
                .isBetween(0.0, height));
        assertThat(drawn(svg, "rect", Palette.FIXED))
                .as("a single one is seen too")
                .hasSize(3);
    }

    @Test
    void shouldWrapALegendOfLongWords() throws Exception {
        double narrow = Double.parseDouble(parsed(inline(Trends.typical())).getAttribute("height"));
        Element svg = parsed(TrendChart.inline(Trends.typical(), SUBJECT, new FakeWords("w".repeat(30), "")));
        assertThat(Double.parseDouble(svg.getAttribute("height"))).isGreaterThan(narrow);
        assertThat(elements(svg, "text")).allSatisfy(text -> assertThat(Double.parseDouble(text.getAttribute("x")))
                .isBetween(0.0, Frame.WIDTH));
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void shouldBeSeenOnWhiteAndOnDark(Palette colour) {
        for (String ground : List.of("#ffffff", "#f4f5f8", "#1e1e24", "#161d26")) {
            assertThat(Contrast.of(ground, colour.hex())).as(ground).isGreaterThanOrEqualTo(3);
        }
    }

    private static String inline(Trend trend) {
        return TrendChart.inline(trend, SUBJECT, TrendWords.english());
    }

    private static String text(Element svg, String element) {
        return elements(svg, element).get(0).getTextContent();
    }

    private static List<Element> drawn(Element svg, String element, Palette colour) {
        return elements(svg, element).stream()
                .filter(each -> each.getAttribute("fill").equals(colour.hex()))
                .toList();
    }

    private static List<Element> all(Element svg) {
        List<Element> all = new ArrayList<>(List.of(svg));
        all.addAll(elements(svg, "*"));
        return all;
    }

    private static List<Element> elements(Element svg, String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
