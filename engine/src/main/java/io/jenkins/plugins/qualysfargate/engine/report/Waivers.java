package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which findings of an image the policy's exceptions took out of judgement, found again by the subjects they name. */
final class Waivers {
    private final Map<String, List<Judgement.Waived>> byId = new HashMap<>();

    Waivers(List<Judgement.Waived> waived) {
        for (Judgement.Waived each : waived) {
            byId.computeIfAbsent(firstWord(each.subject()), id -> new ArrayList<>())
                    .add(each);
        }
    }

    /** The exceptions that together excuse the whole finding; none if a single package of it still counts. */
    List<Judgement.Waived> of(Finding finding) {
        List<Judgement.Waived> candidates = byId.getOrDefault(finding.id(), List.of());
        boolean whole = candidates.stream().anyMatch(each -> each.subject().equals(finding.id()));
        boolean everyPackage = !finding.packages().isEmpty()
                && finding.packages().stream().allMatch(affected -> covered(candidates, affected));
        return whole || everyPackage ? List.copyOf(candidates) : List.of();
    }

    private static boolean covered(List<Judgement.Waived> candidates, AffectedPackage affected) {
        return candidates.stream().anyMatch(each -> {
            String rest =
                    each.subject().substring(firstWord(each.subject()).length()).strip();
            return rest.equals(affected.name()) || rest.startsWith(affected.name() + " ");
        });
    }

    private static String firstWord(String subject) {
        int space = subject.indexOf(' ');
        return space < 0 ? subject : subject.substring(0, space);
    }
}
