package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides whether a stored scan stands in for a new one; whatever cannot be told is a miss. */
public final class CachePolicy {
    private CachePolicy() {}

    /** @param now by the same clock that dated the record */
    public static CacheDecision usable(ScanRecord scan, CacheRequest request, Instant now) {
        ScanReport report = scan.image().report();
        if (report == null || !scan.complete()) {
            return new CacheDecision.Miss("The stored scan gave no complete answer.");
        }
        if (!request.digest().equals(scan.image().digest())
                || !request.platform().equals(scan.image().platform())) {
            return new CacheDecision.Miss("The stored scan is of another image or platform.");
        }
        if (request.scannerVersion() == null || !Objects.equals(request.scannerVersion(), scan.scannerVersion())) {
            return new CacheDecision.Miss("The stored scan is by scanner version " + orUnknown(scan.scannerVersion())
                    + ", and now it is " + orUnknown(request.scannerVersion()) + ".");
        }
        Set<ScanType> missing = missing(request.scanTypes(), report.scanTypes());
        if (!missing.isEmpty()) {
            return new CacheDecision.Miss("The stored scan did not finish every scan type that is asked for: "
                    + missing.stream().map(ScanType::word).collect(Collectors.joining(", ")) + " is missing.");
        }
        String stale = staleness(scan, request, now);
        return stale.isEmpty() ? new CacheDecision.Hit(scan, report) : new CacheDecision.Miss(stale);
    }

    private static String orUnknown(@Nullable String version) {
        return version == null ? "(unknown)" : version;
    }

    private static Set<ScanType> missing(Set<ScanType> wanted, Set<ScanType> ran) {
        Set<ScanType> missing = new TreeSet<>(wanted);
        missing.removeIf(type -> covered(type, ran));
        return missing;
    }

    // QScanner takes "pkg" as an order and reports it as the two scans that it stands for.
    private static boolean covered(ScanType type, Set<ScanType> ran) {
        return switch (type) {
            case PKG -> ran.contains(ScanType.PKG) || (ran.contains(ScanType.OS) && ran.contains(ScanType.SCA));
            case OS, SCA -> ran.contains(type) || ran.contains(ScanType.PKG);
            case SECRET, MALWARE, FILEINSIGHT, COMPLIANCE -> ran.contains(type);
        };
    }

    private static String staleness(ScanRecord scan, CacheRequest request, Instant now) {
        if (scan.scannedAt().isAfter(now) || scan.image().judgedAt().isAfter(now)) {
            return "The stored scan is of " + scan.scannedAt() + ", judged at "
                    + scan.image().judgedAt() + ", which is still to come: a clock was set back.";
        }
        if (older(scan.scannedAt(), request.maxAge(), now)) {
            return "The stored scan is of " + scan.scannedAt() + ", older than " + days(request.maxAge()) + ".";
        }
        Duration maxFeedAge = request.maxFeedAge();
        if (maxFeedAge == null) {
            return "";
        }
        Instant feedDate = scan.feedDate();
        if (feedDate == null) {
            return "The stored scan does not say how old its vulnerability data were.";
        }
        if (feedDate.isAfter(now)) {
            return "The vulnerability data of the stored scan are dated " + feedDate
                    + ", which is still to come: a clock was set back.";
        }
        return older(feedDate, maxFeedAge, now)
                ? "The vulnerability data of the stored scan are of " + feedDate + ", older than " + days(maxFeedAge)
                        + "."
                : "";
    }

    private static boolean older(Instant then, Duration limit, Instant now) {
        return Duration.between(then, now).compareTo(limit) > 0;
    }

    private static String days(Duration limit) {
        return limit.toHoursPart() == 0 && limit.toMinutesPart() == 0 && limit.toDays() > 0
                ? limit.toDays() + " days"
                : limit.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
