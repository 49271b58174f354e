package io.jenkins.plugins.qualysfargate.sidecar.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity.Container;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the answer of the task metadata endpoint, version 4, into a {@link TaskIdentity}. */
final class TaskMetadata {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern TASK_ARN = Pattern.compile("(arn:[^:]*:ecs:[^:]*:[^:]*:)task/.+");
    // contracts/runtime-event.schema.json
    private static final int MOST_ARN = 2048;
    private static final int MOST_NAME = 255;
    private static final int MOST_ID = 256;
    private static final int MOST_IMAGE = 512;

    private TaskMetadata() {}

    /** @throws IOException if it is no such answer, saying what is missing */
    static TaskIdentity parse(byte[] json) throws IOException {
        Map<String, String> task = new HashMap<>();
        List<Container> containers = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the task metadata is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("Containers") && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        container(strings(parser), containers);
                    }
                } else {
                    keep(task, name, parser);
                }
            }
        }
        String taskArn = bounded(task.get("TaskARN"), MOST_ARN);
        String family = bounded(task.get("Family"), MOST_NAME);
        if (taskArn == null || family == null) {
            throw new IOException("the task metadata has no " + (taskArn == null ? "TaskARN" : "Family"));
        }
        return new TaskIdentity(taskArn, clusterArn(task.get("Cluster"), taskArn), family, containers);
    }

    private static void container(Map<String, String> fields, List<Container> containers) {
        String id = bounded(fields.get("DockerId"), MOST_ID);
        String digest = fields.get("ImageID");
        if (id != null) {
            containers.add(new Container(
                    id,
                    bounded(fields.get("Name"), MOST_NAME),
                    bounded(fields.get("Image"), MOST_IMAGE),
                    digest != null && DIGEST.matcher(digest).matches() ? digest : null));
        }
    }

    private static Map<String, String> strings(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            keep(fields, name, parser);
        }
        return fields;
    }

    private static void keep(Map<String, String> fields, String name, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            fields.put(name, parser.getText());
        } else {
            parser.skipChildren();
        }
    }

    /** The endpoint may give the cluster's short name. */
    private static String clusterArn(@Nullable String cluster, String taskArn) {
        if (cluster == null) {
            return TaskIdentity.UNKNOWN.clusterArn();
        }
        Matcher task = TASK_ARN.matcher(taskArn);
        String arn = cluster.startsWith("arn:") || !task.matches() ? cluster : task.group(1) + "cluster/" + cluster;
        return arn.substring(0, Math.min(arn.length(), MOST_ARN));
    }

    private static @Nullable String bounded(@Nullable String text, int most) {
        return text == null || text.isEmpty() ? null : text.substring(0, Math.min(text.length(), most));
    }
}
