package io.jenkins.plugins.qualysfargate.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueImage;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepAction;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepFinding;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepOutcome;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepState;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** What a sweep finds, a line for each image that is not current, and one at the end; for people or for machines. */
final class SweepLines implements SweepAction {
    private static final int LONGEST_LINE = 1000;
    private static final JsonFactory JSON = new JsonFactory();

    private final Terminal terminal;
    private final boolean json;

    SweepLines(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    @Override
    public void found(SweepFinding finding) {
        if (finding.state() != SweepState.CURRENT) {
            terminal.out().println(json ? json(finding) : text(finding));
        }
    }

    private static String text(SweepFinding finding) {
        return "%-13s  %s"
                .formatted(
                        finding.state(), SafeText.line(name(finding.image()) + "  " + finding.reason(), LONGEST_LINE));
    }

    private static String name(CatalogueImage image) {
        String tag = image.tags().isEmpty() ? "" : ":" + image.tags().get(0);
        return image.name() + tag + "@" + image.digest();
    }

    private static String json(SweepFinding finding) {
        CatalogueImage image = finding.image();
        return line(object -> {
            object.writeStringField("state", finding.state().name());
            object.writeStringField("image", name(image));
            object.writeStringField("repository", image.repository());
            object.writeStringField("imageDigest", image.digest().value());
            object.writeStringField("pushedAt", image.pushedAt().toString());
            object.writeStringField("reason", finding.reason());
        });
    }

    /** @param done what was done with those that are open, in one word */
    void end(SweepOutcome outcome, String done, long count) {
        for (String problem : outcome.problems()) {
            terminal.note("Could not look at everything: " + problem);
        }
        if (json) {
            terminal.out().println(line(object -> {
                object.writeObjectFieldStart("images");
                for (SweepState state : SweepState.values()) {
                    object.writeNumberField(state.name(), outcome.count(state));
                }
                object.writeEndObject();
                object.writeNumberField("open", outcome.open());
                object.writeNumberField(done, count);
                object.writeNumberField("problemCount", outcome.problemCount());
                object.writeArrayFieldStart("problems");
                for (String problem : outcome.problems()) {
                    object.writeString(problem);
                }
                object.writeEndArray();
            }));
        } else {
            StringBuilder states = new StringBuilder();
            for (SweepState state : SweepState.values()) {
                states.append(", ").append(outcome.count(state)).append(' ').append(words(state));
            }
            terminal.out()
                    .printf(
                            "%d images: %s. %d %s. %d problems.%n",
                            outcome.total(), states.substring(2), count, done, outcome.problemCount());
        }
        terminal.out().flush();
    }

    private static String words(SweepState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Writes the fields of one line. */
    private interface Fields {
        void write(JsonGenerator object) throws IOException;
    }

    private static String line(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator object = JSON.createGenerator(text)) {
            object.writeStartObject();
            fields.write(object);
            object.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory takes whatever is written to it", e);
        }
        return text.toString();
    }
}
