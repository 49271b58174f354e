package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import java.time.Instant;

/** G7: what is started is what failed, and we may start it. */
final class DefinitionAllows {
    private DefinitionAllows() {}

    static GuardVerdict judge(ResubmissionCase it, SourcePicture picture) {
        DefinitionNow definition = picture.definition();
        if (definition == null) {
            return Guard.DEFINITION_ALLOWS.refuses(
                    "The source has no '" + it.standing().subjectName() + "' (id "
                            + it.standing().subjectId() + ") any more, or it may not be seen with these credentials.");
        }
        if (definition.idleBecause() != null) {
            return Guard.DEFINITION_ALLOWS.refuses(
                    "It is not scheduled any more: it is " + definition.idleBecause() + ".");
        }
        if (Boolean.FALSE.equals(definition.allowed())) {
            return Guard.DEFINITION_ALLOWS.refuses(
                    "The user of these credentials may neither use nor manage it: grant that, or start it yourself.");
        }
        Instant failed = failedRun(it, picture);
        if (definition.modifiedAt() != null && definition.modifiedAt().isAfter(failed)) {
            return Guard.DEFINITION_ALLOWS.asks(
                    "It was changed at " + definition.modifiedAt() + ", after what failed had been due or begun ("
                            + failed + "): see whether it is still what it was.");
        }
        if (definition.allowed() == null || definition.modifiedAt() == null) {
            return Guard.DEFINITION_ALLOWS.asks("The source does not say "
                    + (definition.allowed() == null ? "whether we may start it" : "when it was changed") + ".");
        }
        return Guard.DEFINITION_ALLOWS.passes("We may start it, and it was not changed since it failed.");
    }

    private static Instant failedRun(ResubmissionCase it, SourcePicture picture) {
        Occurrence trouble = it.trouble();
        if (trouble == null) {
            return it.now();
        }
        return picture.past().stream()
                .filter(each -> each.id().equals(trouble.now().runId()))
                .map(Run::createdAt)
                .findFirst()
                .orElse(trouble.key().dueAt());
    }
}
