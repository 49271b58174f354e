package io.jenkins.plugins.qualysfargate.sidecar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.sidecar.SourceReadiness.State;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes readiness for people and for machines. */
final class ReadinessReport {
    private ReadinessReport() {}

    static String text(Readiness readiness, String version) {
        String lines = readiness.sources().stream().map(ReadinessReport::line).collect(Collectors.joining());
        long lacking = readiness.sources().stream()
                .filter(each -> each.state() != State.AVAILABLE)
                .count();
        String end = readiness.complete()
                ? "Everything can be observed.\n"
                : "Degraded: " + lacking + " of " + readiness.sources().size() + " checks fall short.\n";
        return "qualys-fargate sidecar " + version + "\n" + lines + end;
    }

    private static String line(SourceReadiness each) {
        String fix = each.howToFix().isEmpty() ? "" : "               " + each.howToFix() + "\n";
        String what = each.source().word() + " (" + each.source().sees() + "): " + each.reason() + ".";
        return "  %-12s %s".formatted(word(each.state()), what) + "\n" + fix;
    }

    static String json(Readiness readiness, String version) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.useDefaultPrettyPrinter();
            out.writeStartObject();
            out.writeStringField("version", version);
            out.writeBooleanField("complete", readiness.complete());
            out.writeArrayFieldStart("sources");
            for (SourceReadiness each : readiness.sources()) {
                out.writeStartObject();
                out.writeStringField("source", each.source().word());
                out.writeStringField("sees", each.source().sees());
                out.writeStringField("state", word(each.state()));
                out.writeStringField("reason", each.reason());
                out.writeStringField("howToFix", each.howToFix());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text + "\n";
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
