package io.jenkins.plugins.qualysfargate.engine.check.report;

import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.Kind;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as JUnit XML: a test per scan, failed if the scan is, in error if nobody can tell, skipped if nothing is owed. What
 * keeps the answer from being good without being of a scan is a test in error as well.
 */
public final class CheckJUnit {
    private static final String NAME = "qualys-compliance";
    private static final int LONGEST = 4_000;

    private CheckJUnit() {}

    /** Writes UTF-8 and leaves the stream open. */
    public static void write(CheckReport report, OutputStream out) throws IOException {
        try {
            // The JDK's own, whatever other implementation a host application has on its class path.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            attribute(xml, "name", NAME);
            suite(xml, report, others(report));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("Could not write JUnit XML: " + e.getMessage(), e);
        }
    }

    private record Other(String name, String message, String howToFix) {}

    private static List<Other> others(CheckReport report) {
        List<Other> others = new ArrayList<>();
        for (SourceLine each : report.sources()) {
            String problem = each.problem();
            if (problem != null) {
                others.add(new Other("source " + each.id(), problem, each.howToFix()));
            }
        }
        report.doubts().forEach(each -> others.add(new Other("check", each, "")));
        if (report.lines().isEmpty()) {
            others.add(new Other("monitors", report.reason(), "Name a monitor that exists."));
        }
        return others;
    }

    private static void suite(XMLStreamWriter xml, CheckReport report, List<Other> others) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute(xml, "name", NAME);
        attribute(xml, "tests", Long.toString(report.lines().size() + (long) others.size()));
        attribute(xml, "failures", Long.toString(count(report, Kind.BAD)));
        attribute(xml, "errors", Long.toString(count(report, Kind.UNKNOWN) + others.size()));
        attribute(xml, "skipped", Long.toString(count(report, Kind.EXEMPT)));
        attribute(xml, "timestamp", report.at().toString());
        for (ScanLine each : report.lines()) {
            scan(xml, each);
        }
        for (Other each : others) {
            test(xml, NAME, each.name());
            problem(xml, "error", "UNKNOWN", each.message(), each.howToFix());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static long count(CheckReport report, Kind kind) {
        return report.lines().stream().filter(each -> each.kind() == kind).count();
    }

    private static void scan(XMLStreamWriter xml, ScanLine scan) throws XMLStreamException {
        test(xml, scan.monitor(), scan.name());
        switch (scan.kind()) {
            case BAD -> problem(xml, "failure", scan.state().name(), scan.reason(), advice(scan));
            case UNKNOWN -> problem(xml, "error", scan.state().name(), scan.reason(), advice(scan));
            case EXEMPT -> {
                xml.writeEmptyElement("skipped");
                attribute(xml, "message", scan.reason());
            }
            case GOOD, PENDING -> {
                // Nothing is wrong with it.
            }
        }
        xml.writeEndElement();
    }

    private static String advice(ScanLine scan) {
        return scan.howToFix() + (scan.runbook() == null ? "" : " Runbook: " + scan.runbook());
    }

    /** Leaves the element open for what went wrong in it. */
    private static void test(XMLStreamWriter xml, String group, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", NAME + "." + group);
        attribute(xml, "name", name);
    }

    private static void problem(XMLStreamWriter xml, String element, String type, String message, String howToFix)
            throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "type", type);
        attribute(xml, "message", message);
        xml.writeCharacters(SafeText.line(message, LONGEST) + "\nHow to fix: " + SafeText.line(howToFix, LONGEST));
        xml.writeEndElement();
    }

    /** The JDK's writer escapes markup but lets characters through that XML 1.0 forbids. */
    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, SafeText.line(value, LONGEST));
    }
}
