package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The original scanner's table of cached results, for those who read it: numbers and a pointer, never findings. Only a scan
 * that gave an answer stands there, because a reader of old takes whatever it finds for one.
 */
final class ScanCache {
    private final Table table;
    private final Duration time;

    ScanCache(Table table, Duration time) {
        this.table = table;
        this.time = time;
    }

    /** Writes the result, unless that of a later scan is there already. */
    void keep(ScanRecord scan, ResultPlace place, String resultKey) {
        if (scan.complete()) {
            String scannedAt = ResultNumbers.scannedAt(scan);
            table.put(
                    item(scan, place, resultKey),
                    Expression.of("attribute_not_exists(#imageDigest) OR #scannedAt <= :scannedAt")
                            .with(":scannedAt", scannedAt));
        }
    }

    private Item item(ScanRecord scan, ResultPlace place, String resultKey) {
        Platform platform = scan.image().platform();
        return Item.of("imageDigest", place.digest().value())
                .and("scanResults", AttributeValue.fromM(numbers(ResultNumbers.of(scan))))
                .with("scannedAt", ResultNumbers.scannedAt(scan))
                .with("ttl", scan.scannedAt().plus(time).getEpochSecond())
                .with("status", ResultNumbers.status(scan))
                .with("verdict", scan.image().verdict().kind().name())
                .with("platform", platform == null ? null : platform.toString())
                .with("resultKey", resultKey)
                .with("scanId", scan.id().value())
                .with("schemaVersion", ResultJson.SCHEMA_VERSION);
    }

    private static Map<String, AttributeValue> numbers(ResultNumbers numbers) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        for (ResultNumbers.Named each : numbers.documented()) {
            values.put(
                    each.name(),
                    each.value() == null
                            ? AttributeValue.fromNul(true)
                            : AttributeValue.fromN(each.value().toString()));
        }
        return values;
    }
}
