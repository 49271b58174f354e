package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class JUnitXmlTest {

    @Test
    void shouldLookAsItDidWhenItWasLookedAt() throws IOException {
        Golden.assertUnchanged(
                JUnitXml.class, "expected-several.xml", Golden.written(new JUnitXml(), Outcomes.several()));
    }

    @Test
    void shouldCountWhatItHolds() throws Exception {
        Element root = xml(Outcomes.several()).getDocumentElement();
        assertThat(root.getAttribute("tests")).isEqualTo("5").isEqualTo(count(root, "testcase"));
        assertThat(root.getAttribute("failures")).isEqualTo("2").isEqualTo(count(root, "failure"));
        assertThat(root.getAttribute("errors")).isEqualTo("1").isEqualTo(count(root, "error"));
    }

    @Test
    void shouldBeInErrorWhenThereIsNoImage() throws Exception {
        Element root = xml(Outcomes.none()).getDocumentElement();
        assertThat(root.getAttribute("errors")).isEqualTo("1").isEqualTo(count(root, "error"));
    }

    @Test
    void shouldFailForViolationsThatAreOnlyCounted() throws Exception {
        Element root = xml(Outcomes.hostile("x")).getDocumentElement();
        assertThat(root.getAttribute("failures")).isEqualTo("2").isEqualTo(count(root, "failure"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0001\u001B[31m", "\uFFFE\uFFFF", "\uD800", "]]><x a='\"'>&amp;", "\u2028"})
    void shouldStayWellFormedWhateverTheTextsAre(String hostile) throws Exception {
        assertThat(count(xml(Outcomes.hostile(hostile)).getDocumentElement(), "testsuite"))
                .isEqualTo("2");
    }

    private static String count(Element root, String name) {
        return Integer.toString(root.getElementsByTagName(name).getLength());
    }

    private static Document xml(GateOutcome outcome) throws IOException, ParserConfigurationException, SAXException {
        byte[] written = Golden.written(new JUnitXml(), outcome).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(written));
    }
}
