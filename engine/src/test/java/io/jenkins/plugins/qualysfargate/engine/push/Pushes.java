package io.jenkins.plugins.qualysfargate.engine.push;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import java.time.Instant;
import java.util.Locale;

/** Example pushes, and what ECR sends of them. */
public final class Pushes {
    public static final EcrRegistry REGISTRY = new EcrRegistry("123456789012", "eu-central-1");
    public static final Instant PUSHED = Instant.parse("2026-01-22T11:58:00Z");

    private Pushes() {}

    public static Digest digest(int number) {
        return new Digest("sha256:" + String.format(Locale.ROOT, "%064x", number));
    }

    public static Push push(int number) {
        return new Push(REGISTRY, "payments-api", digest(number), "1." + number, PUSHED, "event-" + number, null);
    }

    /** The body of the event for {@link #push}. */
    public static String event(int number) {
        return """
                {"version":"0","source":"aws.ecr","account":"%s","time":"%s","region":"%s","resources":[],"id":"event-%d",
                "detail-type":"ECR Image Action","detail":{"action-type":"PUSH","result":"SUCCESS",
                "repository-name":"payments-api","image-digest":"%s","image-tag":"1.%d"}}""".formatted(REGISTRY.account(), PUSHED, REGISTRY.region(), number, digest(number), number);
    }

    public static String deletion(int number) {
        return event(number).replace("\"PUSH\"", "\"DELETE\"");
    }
}
