package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The packages of one image, each once: those of the inventory in its order, then those that only findings name. Together
 * with the findings they give every package a name in the document.
 */
final class SbomPackages {
    /** How many packages that only findings name are listed: more than any inventory may have. */
    static final int MOST_BESIDES_INVENTORY = 250_000;

    private final String imageRef;
    private final List<InstalledPackage> packages;
    private final Map<InstalledPackage, List<Integer>> places = new HashMap<>();
    private boolean omitted;

    private SbomPackages(String imageRef, Set<InstalledPackage> inventory) {
        this.imageRef = imageRef;
        this.packages = new ArrayList<>(inventory);
        for (int i = 0; i < packages.size(); i++) {
            place(i);
        }
    }

    static SbomPackages of(ScanReport report, String imageRef) {
        SbomPackages all = new SbomPackages(imageRef, new LinkedHashSet<>(report.packages()));
        int most = all.packages.size() + MOST_BESIDES_INVENTORY;
        for (Finding finding : report.findings()) {
            for (AffectedPackage affected : finding.packages()) {
                all.add(affected, most);
            }
        }
        return all;
    }

    private void add(AffectedPackage affected, int most) {
        InstalledPackage key = key(affected);
        if (places.containsKey(key)) {
            return;
        }
        if (packages.size() >= most) {
            omitted = true;
            return;
        }
        packages.add(key);
        place(packages.size() - 1);
    }

    private void place(int index) {
        InstalledPackage at = packages.get(index);
        places.computeIfAbsent(new InstalledPackage(at.name(), at.version()), key -> new ArrayList<>(1))
                .add(index);
    }

    private static InstalledPackage key(AffectedPackage affected) {
        return new InstalledPackage(affected.name(), affected.installedVersion());
    }

    int size() {
        return packages.size();
    }

    InstalledPackage get(int index) {
        return packages.get(index);
    }

    String ref(int index) {
        return imageRef + "/package-" + (index + 1);
    }

    /** True if findings name more packages than are listed. */
    boolean omitted() {
        return omitted;
    }

    /** What the finding is about: its packages, under every package URL that they have; the image for any that is not listed. */
    Set<String> affectedBy(Finding finding) {
        Set<String> refs = new LinkedHashSet<>();
        for (AffectedPackage affected : finding.packages()) {
            List<Integer> at = places.getOrDefault(key(affected), List.of());
            at.forEach(index -> refs.add(ref(index)));
            if (at.isEmpty()) {
                refs.add(imageRef);
            }
        }
        if (refs.isEmpty()) {
            refs.add(imageRef);
        }
        return refs;
    }
}
