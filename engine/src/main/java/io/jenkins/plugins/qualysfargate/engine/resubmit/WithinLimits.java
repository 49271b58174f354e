package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.check.file.ResubmissionSettings;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** G6: the kill switch, and how often and how many at once. */
final class WithinLimits {
    private static final Duration DAY = Duration.ofDays(1);

    private WithinLimits() {}

    static GuardVerdict judge(ResubmissionCase it) {
        ResubmissionSettings limits = it.settings();
        if (!limits.enabled()) {
            return Guard.WITHIN_LIMITS.refuses("It is switched off: nothing is started, not even on request.");
        }
        Occurrence trouble = it.trouble();
        long ofOccurrence = it.earlier().stream()
                .filter(each ->
                        trouble != null && each.dueAt().equals(trouble.key().dueAt()))
                .count();
        if (ofOccurrence >= limits.attemptsPerOccurrence()) {
            return Guard.WITHIN_LIMITS.refuses("It was tried " + ofOccurrence + " times for this due time, and "
                    + limits.attemptsPerOccurrence() + " are allowed.");
        }
        long ofDay = it.earlier().stream()
                .filter(each -> each.askedAt().isAfter(it.now().minus(DAY)))
                .count();
        if (ofDay >= limits.attemptsPerDay()) {
            return Guard.WITHIN_LIMITS.refuses("It was tried " + ofDay + " times in the last 24 hours, and "
                    + limits.attemptsPerDay() + " are allowed.");
        }
        Instant last = it.earlier().stream()
                .map(MakeUpAttempt::askedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (last != null && it.now().isBefore(last.plus(limits.coolDown()))) {
            return Guard.WITHIN_LIMITS.refuses(
                    "It was tried at " + last + "; the next time is " + last.plus(limits.coolDown()) + ".");
        }
        if (it.active().size() >= limits.concurrency()) {
            return Guard.WITHIN_LIMITS.refuses(it.active().size() + " make-up runs are under way at "
                    + it.standing().monitor().source() + ", and " + limits.concurrency() + " are allowed.");
        }
        return Guard.WITHIN_LIMITS.passes("Attempt " + (ofOccurrence + 1) + " of " + limits.attemptsPerOccurrence()
                + " for this due time, " + (ofDay + 1) + " of " + limits.attemptsPerDay() + " in 24 hours.");
    }
}
