package io.jenkins.plugins.qualysfargate.sidecar.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.Coverage;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity.Container;
import io.jenkins.plugins.qualysfargate.sidecar.process.HostileText;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Writes events as the contract has them, each as one line of JSON. For one thread at a time. */
public final class EventEncoder {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int MOST_PATH = 4096;
    private static final int MOST_REASON = 1024;
    /** What the kernel did not name: the process was killed before it could be asked. */
    private static final String UNREADABLE = "[ended before it could be read]";

    private final LongSupplier ids;

    /** @param ids random numbers: what tells events of the same second apart */
    public EventEncoder(LongSupplier ids) {
        this.ids = ids;
    }

    /** One line, with its end. */
    public String encode(RuntimeEvent event, TaskIdentity task, Container container) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            head(out, event, task, container);
            event.<Body>fold(each -> () -> execution(out, each.process()), each -> () -> coverage(out, each))
                    .write();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.append('\n').toString();
    }

    /** What follows what all events have. */
    private interface Body {
        void write() throws IOException;
    }

    private static void execution(JsonGenerator out, ProcessFacts process) throws IOException {
        String executable =
                process.executable().isEmpty() ? UNREADABLE : HostileText.bounded(process.executable(), MOST_PATH);
        List<String> arguments = process.commandLine().masked();
        out.writeObjectFieldStart("process");
        out.writeNumberField("pid", process.pid());
        out.writeNumberField("parentPid", process.parentPid());
        program(out, executable, arguments);
        out.writeEndObject();
        out.writeObjectFieldStart("eventData");
        program(out, executable, arguments);
        out.writeEndObject();
    }

    private static void coverage(JsonGenerator out, Coverage event) throws IOException {
        out.writeObjectFieldStart("eventData");
        out.writeStringField("source", event.source().word());
        out.writeStringField("state", event.state().word());
        out.writeStringField("reason", HostileText.bounded(event.reason(), MOST_REASON));
        out.writeNumberField("lostEvents", event.lostEvents());
        out.writeEndObject();
    }

    private void head(JsonGenerator out, RuntimeEvent event, TaskIdentity task, Container container)
            throws IOException {
        long second = event.at().getEpochSecond();
        String type = event.fold(each -> "process_execution", each -> "coverage");
        Severity severity =
                event.fold(each -> Severity.LOW, each -> each.state().severity());
        Action action = event.fold(each -> Action.LOG, each -> each.state().action());
        out.writeNumberField("schemaVersion", 1);
        out.writeStringField("eventId", "%010d_%s_%016x".formatted(second, type, ids.getAsLong()));
        out.writeStringField("timestamp", TIME.format(event.at()));
        out.writeNumberField("timestampEpoch", second);
        out.writeStringField("eventType", type);
        out.writeStringField("severity", severity.word());
        out.writeStringField("action", action.word());
        out.writeStringField("containerId", container.id());
        out.writeStringField("taskArn", task.taskArn());
        out.writeStringField("clusterArn", task.clusterArn());
        out.writeStringField("taskFamily", task.taskFamily());
        optional(out, "containerName", container.name());
        optional(out, "image", container.image());
        optional(out, "imageDigest", container.imageDigest());
    }

    private static void optional(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    private static void program(JsonGenerator out, String executable, List<String> arguments) throws IOException {
        out.writeStringField("executable", executable);
        out.writeArrayFieldStart("arguments");
        for (String argument : arguments) {
            out.writeString(argument);
        }
        out.writeEndArray();
    }
}
