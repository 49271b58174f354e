package io.jenkins.plugins.qualysfargate.engine.aws.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Tables;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.lease.Lease;
import io.jenkins.plugins.qualysfargate.engine.lease.Leases;
import io.jenkins.plugins.qualysfargate.engine.lease.LeasesContractTest;
import io.jenkins.plugins.qualysfargate.engine.lease.LeasesUnavailableException;
import org.junit.jupiter.api.Test;

class TableLeasesTest extends LeasesContractTest {
    @Override
    protected Leases open() {
        return new TableLeases(new Table(StandIns.clients(StandIns.dynamoDb()), Tables.make(AwsTables.LEASES)));
    }

    @Test
    void shouldKnowItsOwnLeaseWhenTheAnswerWasLost() {
        String name = Tables.make(AwsTables.LEASES);
        try (TroubledPath path = TroubledPath.to(
                        StandIns.dynamoDb(), call -> call.number() == 1 ? new Fault.LostAnswer() : new Fault.None());
                AwsClients clients = StandIns.clients(path.endpoint())) {
            Leases leases = new TableLeases(new Table(clients, name));

            assertThat(leases.take("scan", "one", NOON, MINUTE)).isPresent();
            assertThat(path.calls()).hasSizeGreaterThan(1);
            assertThat(leases.take("scan", "two", NOON, MINUTE)).isEmpty();
        }
    }

    @Test
    void shouldStartAboveEarlierTokensWhenDynamoDbHasDeletedTheItem() {
        Table table = new Table(StandIns.clients(StandIns.dynamoDb()), Tables.make(AwsTables.LEASES));
        Leases leases = new TableLeases(table);
        Lease first = leases.take("scan", "one", NOON, MINUTE).orElseThrow();
        table.delete(Item.of("leaseName", "scan"), Expression.of("attribute_exists(#leaseName)"));

        Lease second = leases.take("scan", "two", NOON.plusSeconds(1), MINUTE).orElseThrow();

        assertThat(second.token()).isGreaterThan(first.token());
    }

    @Test
    void shouldNameTheTableThatIsMissing() {
        try (AwsClients clients = StandIns.clients(StandIns.dynamoDb())) {
            Leases leases = new TableLeases(new Table(clients, "no-such-table"));

            assertThatThrownBy(() -> leases.take("scan", "one", NOON, MINUTE))
                    .isInstanceOf(LeasesUnavailableException.class)
                    .hasMessageContaining("dynamodb:UpdateItem on table no-such-table")
                    .hasMessageContaining("Create table no-such-table");
        }
    }
}
