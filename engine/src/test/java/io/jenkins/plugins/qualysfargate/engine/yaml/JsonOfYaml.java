package io.jenkins.plugins.qualysfargate.engine.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What an editor makes of YAML, by version 1.2, before it asks a schema; dates are texts in JSON. */
public final class JsonOfYaml {
    private static final int LONGEST = 8 * 1024 * 1024;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");

    private JsonOfYaml() {}

    public static JsonNode json(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        return json(new Yaml(options).compose(new StringReader(yaml)));
    }

    /** A schema of {@code contracts}, which must be there. */
    public static JsonSchema schema(String file) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("../contracts").resolve(file)), config);
        } catch (IOException e) {
            throw new AssertionError("the schema " + file + " can be read", e);
        }
    }

    private static JsonNode json(Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node instanceof MappingNode mapping) {
            ObjectNode object = make.objectNode();
            for (NodeTuple each : mapping.getValue()) {
                object.set(((ScalarNode) each.getKeyNode()).getValue(), json(each.getValueNode()));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = make.arrayNode();
            sequence.getValue().forEach(each -> array.add(json(each)));
            return array;
        }
        String text = ((ScalarNode) node).getValue();
        boolean number = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
        if (number && NUMBER.matcher(text).matches()) {
            return make.numberNode(new BigDecimal(text));
        }
        if (node.getTag().equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
            return make.booleanNode(Boolean.parseBoolean(text));
        }
        return node.getTag().equals(Tag.NULL) ? make.nullNode() : make.textNode(text);
    }
}
