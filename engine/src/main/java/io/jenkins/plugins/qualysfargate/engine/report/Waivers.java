package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which findings and secrets of an image the policy's exceptions took out of judgement. The policy lists a finding only if
 * it is excused with all its packages, under a subject that begins with the finding's id; a secret by its whole subject.
 */
public final class Waivers {
    private final Map<String, List<Judgement.Waived>> byId = new HashMap<>();

    public Waivers(List<Judgement.Waived> waived) {
        for (Judgement.Waived each : waived) {
            byId.computeIfAbsent(firstWord(each.subject()), id -> new ArrayList<>())
                    .add(each);
        }
    }

    /** The exceptions that together excuse the finding; none if it counts. */
    public List<Judgement.Waived> of(Finding finding) {
        return List.copyOf(byId.getOrDefault(finding.id(), List.of()));
    }

    /** The exceptions that excuse the secret; none if it counts. */
    public List<Judgement.Waived> of(Secret secret) {
        String subject = secret.subject();
        return byId.getOrDefault(firstWord(subject), List.of()).stream()
                .filter(waived -> waived.subject().equals(subject))
                .toList();
    }

    private static String firstWord(String subject) {
        int space = subject.indexOf(' ');
        return space < 0 ? subject : subject.substring(0, space);
    }
}
