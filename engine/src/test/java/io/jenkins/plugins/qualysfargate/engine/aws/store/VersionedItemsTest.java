package io.jenkins.plugins.qualysfargate.engine.aws.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Tables;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VersionedItemsTest {
    private static final Instant NOON = Instant.parse("2026-01-22T12:00:00Z");

    private static VersionedItems incidents(AwsClients clients, String table) {
        return new VersionedItems(new Table(clients, table), AwsTables.INCIDENTS);
    }

    private static VersionedItems incidents() {
        return incidents(StandIns.clients(StandIns.dynamoDb()), Tables.make(AwsTables.INCIDENTS));
    }

    private static VersionedItem incident(String id) {
        return new VersionedItem(id, null, 0, "open", NOON, "{\"id\":\"" + id + "\"}", null);
    }

    @Test
    void shouldKeepADocumentAndCountItsVersions() {
        VersionedItems items = incidents();
        VersionedItem first = items.put(incident("one")).orElseThrow();

        assertThat(first.version()).isEqualTo(1);
        assertThat(items.get("one", null)).hasValue(first);

        VersionedItem second =
                items.put(first.changed("closed", NOON.plusSeconds(1), "{}")).orElseThrow();
        assertThat(items.get("one", null)).hasValue(second);
        assertThat(second.version()).isEqualTo(2);
        assertThat(items.get("two", null)).isEmpty();
    }

    @Test
    void shouldRefuseToOverwriteWhatTheWriterHasNotSeen() {
        VersionedItems items = incidents();
        VersionedItem first = items.put(incident("one")).orElseThrow();
        items.put(first.changed("closed", NOON, "{}"));

        assertThat(items.put(first.changed("open", NOON, "{\"stale\":true}"))).isEmpty();
        assertThat(items.put(incident("one"))).isEmpty();
        assertThat(items.get("one", null).orElseThrow().state()).isEqualTo("closed");
    }

    @Test
    void shouldFindThoseOfAStateByTheirDates() {
        VersionedItems items = new VersionedItems(
                new Table(StandIns.clients(StandIns.dynamoDb()), Tables.make(AwsTables.OCCURRENCES)),
                AwsTables.OCCURRENCES);
        for (int i = 3; i > 0; i--) {
            Instant due = NOON.plusSeconds(i);
            items.put(new VersionedItem(
                    "monitor", SortableTime.of(due), 0, i == 2 ? "done" : "planned", due, "{}", NOON.plusSeconds(99)));
        }

        assertThat(items.inState("planned", null, 10))
                .extracting(VersionedItem::due)
                .containsExactly(NOON.plusSeconds(1), NOON.plusSeconds(3));
        assertThat(items.inState("planned", NOON.plusSeconds(2), 10)).hasSize(1);
        assertThat(items.inState("planned", null, 1)).hasSize(1);
        assertThat(items.get("monitor", SortableTime.of(NOON.plusSeconds(2))))
                .hasValueSatisfying(each -> assertThat(each.expires()).isEqualTo(NOON.plusSeconds(99)));
    }

    @Test
    void shouldKnowItsOwnWriteWhenTheAnswerWasLost() {
        String table = Tables.make(AwsTables.INCIDENTS);
        try (TroubledPath path = TroubledPath.to(
                        StandIns.dynamoDb(),
                        call -> call.number() % 2 == 1 ? new Fault.LostAnswer() : new Fault.None());
                AwsClients clients = StandIns.clients(path.endpoint())) {
            VersionedItem first = incidents(clients, table).put(incident("one")).orElseThrow();
            VersionedItem second = incidents(clients, table)
                    .put(first.changed("closed", NOON, "{}"))
                    .orElseThrow();

            assertThat(second.version()).isEqualTo(2);
            assertThat(path.calls()).hasSize(4);
        }
    }
}
