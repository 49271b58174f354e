package io.jenkins.plugins.qualysfargate.engine.aws.standin;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** Makes tables as they are listed for the deployment. */
public final class Tables {
    private Tables() {}

    /** Makes a table under a name of its own, and returns the name. */
    public static String make(TableShape shape) {
        String name = StandIns.unique(shape.name());
        try (AwsClients clients = StandIns.clients(StandIns.dynamoDb())) {
            clients.dynamoDb().createTable(request(shape, name));
        }
        return name;
    }

    private static CreateTableRequest request(TableShape shape, String name) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(schema(shape.keys()));
        Set<TableShape.Attribute> attributes = new LinkedHashSet<>(shape.keys());
        List<GlobalSecondaryIndex> indexes = new ArrayList<>();
        for (TableShape.Index index : shape.indexes()) {
            attributes.add(index.partition());
            attributes.add(index.sort());
            indexes.add(GlobalSecondaryIndex.builder()
                    .indexName(index.name())
                    .keySchema(schema(List.of(index.partition(), index.sort())))
                    .projection(projection -> projection.projectionType(ProjectionType.ALL))
                    .build());
        }
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(indexes);
        }
        return request.attributeDefinitions(attributes.stream()
                        .map(each -> AttributeDefinition.builder()
                                .attributeName(each.name())
                                .attributeType(each.type())
                                .build())
                        .toList())
                .build();
    }

    private static List<KeySchemaElement> schema(List<TableShape.Attribute> keys) {
        List<KeySchemaElement> schema = new ArrayList<>();
        for (TableShape.Attribute key : keys) {
            schema.add(KeySchemaElement.builder()
                    .attributeName(key.name())
                    .keyType(schema.isEmpty() ? KeyType.HASH : KeyType.RANGE)
                    .build());
        }
        return schema;
    }
}
