package io.jenkins.plugins.qualysfargate.engine.aws.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Tables;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.aws.store.AwsTables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEventItem;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEventPage;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEventQuery;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEventQuery.By;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEventsUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.runtime.StoredEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableRuntimeEventsTest {
    private static final Instant NOON = Instant.parse("2025-01-22T12:00:00Z");
    private static final String TASK = "arn:aws:ecs:us-east-1:123456789012:task/prod/0123456789abcdef0123456789abcdef";
    private static final Clock CLOCK = Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC);
    private static final Path ORIGINAL = Path.of("../contracts/samples/runtime/original-table-items.json");

    private String name;

    @BeforeEach
    void makeTable() {
        name = Tables.make(AwsTables.RUNTIME_EVENTS);
    }

    private TableRuntimeEvents events() {
        return events(StandIns.clients(StandIns.dynamoDb()));
    }

    private TableRuntimeEvents events(AwsClients clients) {
        return new TableRuntimeEvents(new Table(clients, name), CLOCK);
    }

    private static RuntimeEventItem event(int number, Instant time) {
        return new RuntimeEventItem(
                time.getEpochSecond() + "_process_execution_" + String.format("%08x", number),
                time,
                "process_execution",
                "high",
                "alert",
                new RuntimeEventItem.Place("ip-10-0-1-23", TASK, "cluster", "payments-api"),
                "{\"empty\":\"\",\"executable\":\"/usr/bin/nc\",\"flags\":[\"-e\",true,null],\"port\":4444}",
                NOON.plus(Duration.ofDays(30)));
    }

    private static List<RuntimeEventItem> some(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> event(i, NOON.plusSeconds(i / 10)))
                .toList();
    }

    private static RuntimeEventQuery query(By by, int limit) {
        return new RuntimeEventQuery(by, NOON, NOON.plus(Duration.ofHours(1)), limit, null);
    }

    private static List<RuntimeEventItem> paged(TableRuntimeEvents events, RuntimeEventQuery first) {
        List<RuntimeEventItem> all = new ArrayList<>();
        RuntimeEventPage page = events.query(first);
        all.addAll(page.events());
        while (page.next() != null) {
            page = events.query(first.after(page.next()));
            all.addAll(page.events());
        }
        return all;
    }

    @Test
    void shouldStoreEventsInBatchesAndPageThroughThemWithoutLossOrRepeat() {
        assertThat(events().write(some(60))).isEqualTo(new StoredEvents(60, List.of(), ""));

        for (By by : List.of(new By.Type("process_execution"), new By.Severity("high"), new By.Task(TASK))) {
            assertThat(paged(events(), query(by, 7)))
                    .hasSize(60)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo((one, other) -> other.timestamp().compareTo(one.timestamp()))
                    .containsExactlyInAnyOrderElementsOf(some(60));
        }
        assertThat(paged(events(), query(new By.Severity("low"), 7))).isEmpty();
    }

    @Test
    void shouldKeepToTheTimeAndToWhatHasNotExpired() {
        RuntimeEventItem expired = new RuntimeEventItem(
                "expired",
                NOON,
                "process_execution",
                "high",
                "alert",
                event(0, NOON).place(),
                "{}",
                NOON.plusSeconds(60));
        events().write(List.of(expired, event(1, NOON.minusSeconds(1)), event(2, NOON), event(3, NOON.plusSeconds(5))));

        assertThat(events().query(new RuntimeEventQuery(new By.Task(TASK), NOON, NOON.plusSeconds(5), 10, null))
                        .events())
                .containsExactly(event(2, NOON));
    }

    @Test
    void shouldReadTheItemsOfEarlierSidecars() throws IOException {
        JsonNode items = new ObjectMapper().readTree(Files.readString(ORIGINAL));
        try (AwsClients clients = StandIns.clients(StandIns.dynamoDb())) {
            for (JsonNode item : items) {
                clients.dynamoDb().putItem(request -> request.tableName(name).item(EventItemJson.attributes(item)));
            }
        }

        List<RuntimeEventItem> read = new ArrayList<>();
        for (JsonNode item : items) {
            String type = item.get("eventType").textValue();
            read.addAll(paged(
                    new TableRuntimeEvents(new Table(StandIns.clients(StandIns.dynamoDb()), name), CLOCK),
                    query(new By.Type(type), 3)));
        }

        assertThat(read).extracting(RuntimeEventItem::eventId).hasSize(items.size());
        assertThat(read.get(0).eventData()).contains("\"executable\":\"/usr/bin/nc\"");
        assertThat(read.get(0).expires()).isEqualTo(Instant.ofEpochSecond(1740139201));
        assertThat(EventItem.write(read.get(0))).isEqualTo(normal(items.get(0)));
    }

    private static Item normal(JsonNode item) {
        return Item.of(EventItemJson.attributes(item)).with("timestamp", "2025-01-22T12:00:01Z");
    }

    @Test
    void shouldTryAgainWhatDynamoDbDidNotTakeAndCountTheRest() {
        String unprocessed = "{\"UnprocessedItems\":{\"" + name + "\":[{\"PutRequest\":{\"Item\":{\"eventId\":{\"S\":\""
                + event(0, NOON).eventId() + "\"}}}}]}}";
        try (TroubledPath path = TroubledPath.to(
                        StandIns.dynamoDb(), call -> new Fault.Answer(200, "application/x-amz-json-1.0", unprocessed));
                AwsClients clients = StandIns.clients(path.endpoint())) {
            StoredEvents stored = events(clients).write(some(3));

            assertThat(stored.stored()).isEqualTo(2);
            assertThat(stored.left()).containsExactly(event(0, NOON));
            assertThat(stored.reason()).contains("Table " + name, "after several attempts");
            assertThat(path.calls()).hasSize(8);
        }
    }

    @Test
    void shouldStoreTheOthersWhenOneEventIsTooLarge() {
        RuntimeEventItem large = new RuntimeEventItem(
                "large",
                NOON,
                "file_access",
                "low",
                "log",
                event(0, NOON).place(),
                "{\"path\":\"" + "x".repeat(410_000) + "\"}",
                null);
        RuntimeEventItem broken = new RuntimeEventItem(
                "broken", NOON, "file_access", "low", "log", event(0, NOON).place(), "no JSON", null);
        List<RuntimeEventItem> all = new ArrayList<>(some(4));
        all.add(1, large);
        all.add(2, broken);

        StoredEvents stored = events().write(all);

        assertThat(stored.stored()).isEqualTo(4);
        assertThat(stored.left()).containsExactlyInAnyOrder(large, broken);
        assertThat(stored.reason()).isNotEmpty();
    }

    @Test
    void shouldSayThatTheTableIsMissing() {
        name = "no-such-table";

        StoredEvents stored = events().write(some(1));
        assertThat(stored.stored()).isZero();
        assertThat(stored.reason()).contains("dynamodb:BatchWriteItem on table no-such-table");
        assertThatThrownBy(() -> events().query(query(new By.Severity("high"), 1)))
                .isInstanceOf(RuntimeEventsUnavailableException.class)
                .hasMessageContaining("dynamodb:Query on table no-such-table");
    }

    @Test
    void shouldNotHandOutWhatIsNoEvent() {
        new Table(StandIns.clients(StandIns.dynamoDb()), name)
                .put(Item.of("eventId", "x").with("severity", "high").with("timestampEpoch", NOON.getEpochSecond()));

        assertThatThrownBy(() -> events().query(query(new By.Severity("high"), 1)))
                .isInstanceOf(RuntimeEventsUnavailableException.class)
                .hasMessageContaining("timestamp is missing");
        assertThatThrownBy(
                        () -> events().query(query(new By.Severity("high"), 1).after("nonsense")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
