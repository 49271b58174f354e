package io.jenkins.plugins.qualysfargate.engine.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.svg.Contrast;
import io.jenkins.plugins.qualysfargate.engine.svg.SvgText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class SvgBadgeTest {
    private static final Path GOLDEN =
            Path.of("src/test/resources/io/jenkins/plugins/qualysfargate/engine/badge/SvgBadge");

    static Iterable<Map.Entry<String, Badge>> badges() {
        return Map.of(
                        "passed", new Badge("compliance", "passed 2026-01-22", BadgeColour.GREEN),
                        "failed", new Badge("compliance", "failed 2026-01-22", BadgeColour.RED),
                        "stale", new Badge("compliance", "stale, 12 days old", BadgeColour.GREY),
                        "unknown", new Badge("vulnerabilities", "unknown", BadgeColour.GREY),
                        "critical", new Badge("vulnerabilities", "2 critical, 1,500 high", BadgeColour.RED),
                        "high", new Badge("vulnerabilities", "5 high, 12 medium", BadgeColour.ORANGE),
                        "medium", new Badge("vulnerabilities", "12 medium, 40 low", BadgeColour.YELLOW),
                        "none", new Badge("vulnerabilities", "none", BadgeColour.GREEN))
                .entrySet();
    }

    /** {@code -Dgolden.rewrite=true} writes the expected files anew. */
    @ParameterizedTest
    @MethodSource("badges")
    void shouldLookAsItDidWhenItWasLookedAt(Map.Entry<String, Badge> badge) throws IOException {
        Path expected = GOLDEN.resolve("expected-" + badge.getKey() + ".svg");
        String rendered = SvgBadge.render(badge.getValue());
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(expected, rendered);
        }
        assertThat(expected).hasContent(rendered);
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
        Element svg = parsed(SvgBadge.render(new Badge(hostile, hostile, BadgeColour.GREY)));
        assertThat(svg.getElementsByTagName("*").getLength()).isEqualTo(6);
        assertThat(svg.getAttributes().getLength()).isEqualTo(6);
        assertThat(svg.getAttribute("aria-label"))
                .isEqualTo(SvgText.bounded(hostile, 120) + ": " + SvgText.bounded(hostile, 120));
    }

    @Test
    void shouldStayInOneLineHoweverLongTheText() throws Exception {
        Element svg = parsed(SvgBadge.render(new Badge("l", "m".repeat(10_000), BadgeColour.GREY)));
        assertThat(Integer.parseInt(svg.getAttribute("width"))).isLessThan(1_500);
    }

    @ParameterizedTest
    @EnumSource(BadgeColour.class)
    void shouldBeReadableOnEveryColour(BadgeColour colour) {
        assertThat(Contrast.of("#ffffff", colour.hex())).isGreaterThanOrEqualTo(4.5);
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
