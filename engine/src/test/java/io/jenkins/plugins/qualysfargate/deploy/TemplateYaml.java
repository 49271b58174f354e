package io.jenkins.plugins.qualysfargate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML with CloudFormation's short forms; {@code !Sub x} becomes <code>{"Fn::Sub": "x"}</code>. */
final class TemplateYaml extends SafeConstructor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TemplateYaml() {
        super(options());
        yamlMultiConstructors.put("!", new ShortForm());
    }

    static JsonNode read(String text) {
        return JSON.valueToTree(new Yaml(new TemplateYaml()).load(text));
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private final class ShortForm extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            String name = node.getTag().getValue().substring(1);
            Object value = value(node);
            if (name.equals("GetAtt") && value instanceof String path) {
                return Map.of("Fn::GetAtt", List.of((Object[]) path.split("\\.", 2)));
            }
            return Map.of(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, value);
        }

        private Object value(Node node) {
            if (node instanceof ScalarNode scalar) {
                return constructScalar(scalar);
            }
            if (node instanceof SequenceNode sequence) {
                return constructSequence(sequence);
            }
            return constructMapping((MappingNode) node);
        }
    }
}
