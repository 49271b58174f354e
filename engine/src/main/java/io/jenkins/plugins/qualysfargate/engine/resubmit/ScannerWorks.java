package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import java.util.List;
import java.util.stream.Collectors;

/** G4: nothing is started where nobody scans; whose scanners are another team's is not ours to look at. */
final class ScannerWorks {
    private ScannerWorks() {}

    static GuardVerdict judge(ResubmissionCase it, SourcePicture picture) {
        if (!picture.zoned()) {
            return Guard.SCANNER_WORKS.passes("This source has no zones; its services count as its scanners.");
        }
        String team = it.otherTeam();
        if (team != null) {
            return Guard.SCANNER_WORKS.passes("The scanners are run by another team (" + team
                    + "): there is nothing to look at or to restart here. If it does not start, they get a ticket.");
        }
        List<Component> zones = zones(it, picture);
        if (zones.stream().anyMatch(each -> Boolean.TRUE.equals(each.working()))) {
            return Guard.SCANNER_WORKS.passes(words(zones));
        }
        boolean allBroken = !zones.isEmpty() && zones.stream().allMatch(each -> Boolean.FALSE.equals(each.working()));
        return allBroken
                ? Guard.SCANNER_WORKS.refuses("No scanner works in " + it.zoneWords() + ". " + words(zones) + " "
                        + zones.get(0).howToFix())
                : Guard.SCANNER_WORKS.asks("Whether a scanner works in " + it.zoneWords()
                        + " cannot be seen with these credentials: look at the scanners before you agree.");
    }

    /** Those in which it may run. */
    private static List<Component> zones(ResubmissionCase it, SourcePicture picture) {
        String zone = it.zoneId();
        return picture.components().stream()
                .filter(each -> each.kind() == Component.Kind.ZONE)
                .filter(each -> zone == null || zone.equals(each.id()))
                .toList();
    }

    private static String words(List<Component> zones) {
        return zones.stream()
                .limit(3)
                .map(each -> "zone " + each.name() + ": " + each.detail() + ".")
                .collect(Collectors.joining(" "));
    }
}
