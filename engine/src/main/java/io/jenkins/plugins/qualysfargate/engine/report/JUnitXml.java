package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes JUnit XML: a suite per image, a failed test per violation, a test in error for an image without an answer. */
public final class JUnitXml implements ReportWriter {

    @Override
    public void write(GateOutcome outcome, OutputStream out) throws IOException {
        try {
            // The JDK's own, whatever other implementation a host application has on its class path.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            attribute(xml, "name", "qualys-fargate");
            totals(xml, outcome.images());
            for (JudgedImage image : outcome.images()) {
                suite(xml, image);
            }
            if (outcome.images().isEmpty()) {
                nothing(xml, outcome.reason());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("Could not write JUnit XML: " + e.getMessage(), e);
        }
    }

    private static void suite(XMLStreamWriter xml, JudgedImage image) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute(xml, "name", image.displayName());
        totals(xml, List.of(image));
        attribute(xml, "timestamp", image.judgedAt().toString());
        Verdict verdict = image.verdict();
        for (Violation violation : Verdicts.violations(verdict)) {
            test(xml, image, violation.rule() + ": " + violation.subject());
            problem(xml, "failure", violation.rule(), violation.message(), violation.howToFix());
        }
        long omitted = Verdicts.omitted(verdict);
        if (omitted > 0) {
            test(xml, image, "further violations");
            problem(
                    xml,
                    "failure",
                    "omitted",
                    Numbers.of(omitted, "more violation"),
                    "Mend those that are listed first.");
        }
        Verdict.Indeterminate unknown = Verdicts.indeterminate(verdict);
        if (unknown != null) {
            test(xml, image, "verdict");
            problem(xml, "error", unknown.cause().name(), unknown.message(), unknown.howToFix());
        }
        if (verdict.kind() == VerdictKind.PASS) {
            test(xml, image, "keeps to the policy");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** A run over no image: without this, a reader would see a suite in which nothing failed. */
    private static void nothing(XMLStreamWriter xml, String reason) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "no image");
        totals(xml, List.of());
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "qualys-fargate");
        attribute(xml, "name", "verdict");
        problem(xml, "error", "NO_IMAGE", reason, "Name at least one image or report.");
        xml.writeEndElement();
    }

    private static void totals(XMLStreamWriter xml, List<JudgedImage> images) throws XMLStreamException {
        long failures = 0;
        long errors = images.isEmpty() ? 1 : 0;
        long passes = 0;
        for (JudgedImage image : images) {
            Verdict verdict = image.verdict();
            failures += Verdicts.violations(verdict).size() + (Verdicts.omitted(verdict) > 0 ? 1 : 0);
            errors += verdict.kind() == VerdictKind.INDETERMINATE ? 1 : 0;
            passes += verdict.kind() == VerdictKind.PASS ? 1 : 0;
        }
        attribute(xml, "tests", Long.toString(failures + errors + passes));
        attribute(xml, "failures", Long.toString(failures));
        attribute(xml, "errors", Long.toString(errors));
    }

    /** Leaves the element open for what went wrong in it. */
    private static void test(XMLStreamWriter xml, JudgedImage image, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", image.displayName());
        attribute(xml, "name", name);
    }

    private static void problem(XMLStreamWriter xml, String element, String type, String message, String howToFix)
            throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "type", type);
        attribute(xml, "message", message);
        xml.writeCharacters(SafeText.wellFormed(message + "\nHow to fix: " + howToFix));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** The JDK's writer escapes markup but lets characters through that XML 1.0 forbids. */
    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, SafeText.line(value, Integer.MAX_VALUE));
    }
}
