package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Holds what the inventory says was done against what was asked for. */
final class RequestedScans {
    private RequestedScans() {}

    /** A sentence about the first scan type that was asked for and did not finish; empty if all did. */
    static Optional<String> missing(Set<ScanType> requested, List<PerformedScan> performed) {
        // What the scanner could not tell of the image itself spoils everything that builds on it.
        Optional<PerformedScan> metadata = performed.stream()
                .filter(scan -> scan.type().equalsIgnoreCase("metadata"))
                .findFirst();
        if (metadata.isPresent() && !metadata.get().succeeded()) {
            return Optional.of("the scan of the image's metadata ended with status "
                    + metadata.get().status());
        }
        return requested.stream()
                .sorted()
                .map(type -> problem(type, performed))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Every scan type that finished without a gap. */
    static Set<ScanType> completed(List<PerformedScan> performed) {
        Set<ScanType> completed = EnumSet.noneOf(ScanType.class);
        for (ScanType type : ScanType.values()) {
            if (problem(type, performed).isEmpty()) {
                completed.add(type);
            }
        }
        return completed;
    }

    /** Sentences about scans that were not asked for and did not finish. */
    static List<String> remarks(Set<ScanType> requested, List<PerformedScan> performed) {
        List<String> remarks = new ArrayList<>();
        for (PerformedScan scan : performed) {
            if (!whole(scan) && requested.stream().noneMatch(type -> covers(type, scan))) {
                remarks.add("The " + scan.type() + " scan did not finish (" + status(scan)
                        + "); it was not asked for, so it does not count.");
            }
        }
        return remarks;
    }

    private static Optional<String> problem(ScanType type, List<PerformedScan> performed) {
        List<PerformedScan> own =
                performed.stream().filter(scan -> covers(type, scan)).toList();
        Optional<PerformedScan> failed =
                own.stream().filter(scan -> !whole(scan)).findFirst();
        if (failed.isPresent()) {
            return Optional.of(
                    "the " + failed.get().type() + " scan was asked for and did not finish: " + status(failed.get()));
        }
        boolean done = type == ScanType.PKG
                ? named(own, "pkg") || (named(own, "os") && named(own, "sca"))
                : named(own, type.word()) || ((type == ScanType.OS || type == ScanType.SCA) && named(own, "pkg"));
        return done ? Optional.empty() : Optional.of("the " + type.word() + " scan was asked for and not performed");
    }

    /** Packages are one request and two scans: those of the operating system and those of languages. */
    private static boolean covers(ScanType type, PerformedScan scan) {
        String word = scan.type().toLowerCase(Locale.ROOT);
        return switch (type) {
            case PKG -> word.equals("pkg") || word.equals("os") || word.equals("sca");
            case OS, SCA -> word.equals("pkg") || word.equals(type.word());
            case SECRET, MALWARE, FILEINSIGHT, COMPLIANCE -> word.equals(type.word());
        };
    }

    private static boolean named(List<PerformedScan> scans, String word) {
        return scans.stream().anyMatch(scan -> scan.type().equalsIgnoreCase(word));
    }

    private static boolean whole(PerformedScan scan) {
        return scan.succeeded() && !scan.partial();
    }

    private static String status(PerformedScan scan) {
        return scan.succeeded() && scan.partial() ? "some paths could not be read" : "status " + scan.status();
    }
}
