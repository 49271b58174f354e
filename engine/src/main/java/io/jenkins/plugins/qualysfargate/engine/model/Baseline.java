package io.jenkins.plugins.qualysfargate.engine.model;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was known of an image name before this scan: the findings of an earlier scan to compare with, and since when each
 * finding has been known at all.
 *
 * @param label what it is, for people, for example {@code previous scan of payments-api on 2026-01-22}
 * @param present the findings of the scan that is compared with
 * @param packages every package that the compared scan looked at, by name and version alone; empty if it had no inventory
 * @param firstSeen when each finding was first seen in any scan of this image name
 */
public record Baseline(
        String label,
        Set<FindingIdentity> present,
        Set<InstalledPackage> packages,
        Map<FindingIdentity, Instant> firstSeen) {

    public Baseline {
        present = Set.copyOf(present);
        packages = packages.stream()
                .map(each -> new InstalledPackage(each.name(), each.version()))
                .collect(Collectors.toUnmodifiableSet());
        firstSeen = Map.copyOf(firstSeen);
    }
}
