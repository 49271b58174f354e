package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures, causes and policies for tests. */
public final class Failures {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final Wording WORDING = Wording.ofTheRunbook(Map.of("tenable", "nessus", "anchore-1", "anchore"));
    public static final IncidentPolicy POLICY = IncidentPolicy.standard("ci.example.com", WORDING);

    /** At once by page and issue, after half an hour louder, after two hours others too. */
    public static final Escalation PROD = new Escalation(
            "prod",
            List.of(
                    new Tier(Duration.ZERO, List.of("pager", "issue"), null),
                    new Tier(Duration.ofMinutes(30), List.of("pager"), Urgency.CRITICAL),
                    new Tier(Duration.ofHours(2), List.of("second", "mail"), null)),
            null,
            null,
            null);

    public static final Escalations ESCALATIONS = new Escalations(Map.of("prod", PROD), PROD);

    private Failures() {}

    public static Care care() {
        return new Care("squad-a", "https://runbooks.example.com/nessus", Urgency.ERROR, "prod", null, null);
    }

    public static Failure failure(String name) {
        return failure(name, "MISSED");
    }

    public static Failure failure(String name, String state) {
        return failure(name, state, care(), null);
    }

    public static Failure failure(String name, String state, Care care, @Nullable Instant lastSuccess) {
        return new Failure(
                "daily/" + name,
                "daily",
                "tenable",
                name,
                state,
                NOON.minusSeconds(3600),
                "nothing ran between 09:00 and 11:00 UTC",
                "Resubmit the scan",
                "zone-1",
                care,
                lastSuccess,
                Set.of("prod"));
    }

    public static Cause zoneDown() {
        return new Cause(
                "zone/zone-1",
                "tenable",
                "zone-1",
                "zone ALC_Prod_WDC06_SZ has no working scanner",
                "0 of 2 scanners work",
                "Restart nessusd",
                NOON.minusSeconds(1800),
                care());
    }

    public static Situation failing(Failure... failures) {
        return new Situation(List.of(failures), List.of(), List.of());
    }
}
