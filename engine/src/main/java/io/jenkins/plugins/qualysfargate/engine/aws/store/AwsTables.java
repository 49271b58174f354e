package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.store.TableShape.Attribute;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableShape.Index;
import java.util.List;

/** Every table with its keys, indexes, time to live and stream: what the deployment makes and what the adapters expect. */
public final class AwsTables {
    /** How the stack is called unless the user says otherwise. */
    public static final String DEFAULT_STACK = "qualys-fargate";

    private static final String TTL = "ttl";
    private static final Index BY_STATE =
            new Index("state-dueAt-index", Attribute.text("state"), Attribute.text("dueAt"));
    private static final Index BY_STATE_AND_TIME =
            new Index("state-at-index", Attribute.text("state"), Attribute.text("at"));

    /** The last complete result of each digest, for readers that know the original scanner's table. */
    public static final TableShape SCAN_CACHE =
            new TableShape("scan-cache", keys("imageDigest"), List.of(), TTL, false);

    /** What happened, see decision 5. */
    public static final TableShape HISTORY = new TableShape("history", keys("pk", "sk"), List.of(), TTL, false);

    /** Messages that wait for delivery. */
    public static final TableShape OUTBOX = new TableShape("outbox", keys("messageId"), List.of(BY_STATE), TTL, false);

    /** Who may do what until when. */
    public static final TableShape LEASES = new TableShape("leases", keys("leaseName"), List.of(), TTL, false);

    /** What became of each time that a scan was due, as the compliance check keeps it. */
    public static final TableShape OCCURRENCES =
            new TableShape("occurrences", keys("pk", "sk"), List.of(BY_STATE_AND_TIME), TTL, false);

    /** Everything else of the compliance check, incidents and the journal among it; only what names an end is deleted. */
    public static final TableShape INCIDENTS =
            new TableShape("incidents", keys("pk", "sk"), List.of(BY_STATE_AND_TIME), TTL, false);

    /** What sidecars saw; its name does not come from the stack, because sidecars know it by heart. */
    public static final TableShape RUNTIME_EVENTS = new TableShape(
            "fargate-runtime-security-events",
            keys("eventId"),
            List.of(byTime("eventType"), byTime("severity"), byTime("taskArn")),
            TTL,
            true);

    /** All of them. */
    public static final List<TableShape> ALL =
            List.of(SCAN_CACHE, HISTORY, OUTBOX, LEASES, OCCURRENCES, INCIDENTS, RUNTIME_EVENTS);

    private AwsTables() {}

    /** What a table is called in a stack unless the user says otherwise. */
    public static String name(TableShape table, String stack) {
        return table.equals(RUNTIME_EVENTS) ? table.name() : stack + "-" + table.name();
    }

    private static List<Attribute> keys(String... names) {
        return List.of(names).stream().map(Attribute::text).toList();
    }

    private static Index byTime(String attribute) {
        return new Index(attribute + "-timestamp-index", Attribute.text(attribute), Attribute.number("timestampEpoch"));
    }
}
