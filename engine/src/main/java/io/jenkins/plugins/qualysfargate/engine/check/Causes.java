package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Watch;
import io.jenkins.plugins.qualysfargate.engine.incident.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds what explains failures of a source: the source itself, or a part of it that does not work. */
final class Causes {
    private final CheckedSource source;
    private final Map<String, Instant> brokenSince = new TreeMap<>();
    private final List<Cause> causes = new ArrayList<>();

    private Causes(CheckedSource source) {
        this.source = source;
    }

    /**
     * @param brokenBefore since when parts are broken, as far as is remembered
     * @param blindSince since when the source does not answer; null if it does
     */
    static Causes of(
            CheckedSource source,
            Watch watch,
            Map<String, Instant> brokenBefore,
            @Nullable Instant blindSince,
            Instant now) {
        Causes found = new Causes(source);
        Look.Blind blind = watch.blind(source.id());
        if (blind != null && blindSince != null && isTooLong(source, watch, blindSince, now)) {
            found.add(
                    found.key("unreachable", ""),
                    null,
                    "source " + source.id() + " cannot be looked at",
                    new Why(blind.reason(), blind.howToFix(), blindSince));
        }
        for (Component each : watch.components(source.id())) {
            if (Boolean.FALSE.equals(each.working()) && each.kind() != Component.Kind.SCANNER) {
                found.broken(each, brokenBefore, now);
            }
        }
        return found;
    }

    private static boolean isTooLong(CheckedSource source, Watch watch, Instant blindSince, Instant now) {
        var sight = watch.sight(source.id());
        Instant lastSeen = sight == null ? blindSince.minus(Duration.ofDays(1)) : sight.asOf();
        return now.isAfter(lastSeen.plus(source.patience()));
    }

    List<Cause> all() {
        return causes;
    }

    /** Since when parts are broken, to be remembered. */
    Map<String, Instant> brokenSince() {
        return brokenSince;
    }

    private void broken(Component part, Map<String, Instant> before, Instant now) {
        String key = key(part.kind().name(), part.id());
        Instant since = before.getOrDefault(key, now);
        brokenSince.put(key, since);
        add(key, zone(part), title(part), new Why(part.detail(), part.howToFix(), since));
    }

    private static @Nullable String zone(Component part) {
        return switch (part.kind()) {
            case ZONE, SENSOR -> part.name();
            case SCANNER, SCHEDULER, SERVICE, FEED -> null;
        };
    }

    private static String title(Component part) {
        return switch (part.kind()) {
            case ZONE -> "zone " + part.name() + " has no working scanner";
            case SCHEDULER -> "nothing starts scheduled scans: " + part.name() + " does not run";
            case SERVICE -> "service " + part.name() + " is down";
            case FEED -> "feed " + part.name() + " is stale";
            case SENSOR -> "no live sensor for " + part.name();
            case SCANNER -> "scanner " + part.name() + " does not work";
        };
    }

    private record Why(String reason, String howToFix, Instant since) {}

    private String key(String kind, String id) {
        return source.id() + "/" + kind + "/" + id;
    }

    private void add(String key, @Nullable String zone, String title, Why why) {
        causes.add(new Cause(key, source.id(), zone, title, why.reason(), why.howToFix(), why.since(), source.care()));
    }
}
