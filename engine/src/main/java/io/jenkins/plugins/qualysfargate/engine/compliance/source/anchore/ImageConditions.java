package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for all images and what is known of each; for events and evaluations only where they matter. */
final class ImageConditions {
    /** Each is a call. */
    static final int MOST_CHECKS = 1000;

    private final AnchoreCalls calls;
    private final AnchoreRule rule;
    private final EvaluationPolicy evaluations;
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private @Nullable FailureEvents events;
    private int checks;

    /** @param now by Anchore's clock */
    ImageConditions(AnchoreCalls calls, AnchoreRule rule, FeedStates feeds, Instant now) {
        this.calls = calls;
        this.rule = rule;
        this.evaluations = new EvaluationPolicy(feeds, now);
    }

    void look() throws BlindException {
        for (AnchoreImage image : calls.images()) {
            String id = image.digest().value();
            subjects.put(id, subject(image));
            // Listed twice, what is not well counts.
            conditions.merge(id, condition(image), (one, other) -> one.level() == Level.HEALTHY ? other : one);
        }
    }

    private Condition condition(AnchoreImage image) throws BlindException {
        if (image.imageStatus().equals("deleting") || image.imageStatus().equals("deleted")) {
            return new Condition(
                    image.digest().value(), Level.NOT_APPLICABLE, null, null, "It is being deleted from Anchore.", "");
        }
        return switch (AnalysisWord.of(image.analysisStatus())) {
            case ANALYZED -> rule.evaluate() ? evaluated(image) : AnalysisPolicy.judge(image, null);
            case FAILED, WAITING, ANALYZING -> AnalysisPolicy.judge(image, events().of(image));
            case UNRECOGNISED -> AnalysisPolicy.judge(image, null);
        };
    }

    private FailureEvents events() throws BlindException {
        if (events == null) {
            events = FailureEvents.ask(calls);
        }
        return events;
    }

    /** Of several tags the worst: a policy may judge each of them by other rules. */
    private Condition evaluated(AnchoreImage image) throws BlindException {
        if (image.names().isEmpty()) {
            return evaluations.unclear(image, "It has no tag, by which Anchore could evaluate it.", "Give it a tag.");
        }
        PolicyCheck worst = null;
        for (String name : image.names()) {
            if (checks++ >= MOST_CHECKS) {
                throw calls.client()
                        .advice("look up the evaluations of all images")
                        .tooMany("than " + MOST_CHECKS + " tags");
            }
            try {
                PolicyCheck check = calls.check(image.digest(), name);
                worst = worst == null ? check : worst.worse(check);
            } catch (AnchoreErrorException refused) {
                if (!refused.missing()) {
                    throw refused;
                }
                return evaluations.unclear(
                        image,
                        "Anchore has no evaluation of " + ForeignLine.of(name) + ": " + refused.anchoreMessage() + ".",
                        "Wait for its analysis to end; if it stays so, add it again.");
            }
        }
        return evaluations.judge(image, worst == null ? PolicyCheck.NONE : worst);
    }

    private static Subject subject(AnchoreImage image) {
        Set<String> tags = new HashSet<>();
        for (String name : image.names()) {
            int colon = name.lastIndexOf(':');
            tags.add("repository:" + (colon > name.lastIndexOf('/') ? name.substring(0, colon) : name));
        }
        return new Subject(image.digest().value(), image.name(), tags, null, null, null, null, image.createdAt());
    }

    List<Subject> subjects() {
        return List.copyOf(subjects.values());
    }

    List<Condition> conditions() {
        return List.copyOf(conditions.values());
    }
}
