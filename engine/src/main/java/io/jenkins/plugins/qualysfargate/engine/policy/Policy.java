package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an image must keep to.
 *
 * @param name what people call it
 * @param unknownCountsAs the severities whose limits a finding of unknown severity counts for: one in a policy file, up
 *     to one per policy in a merged one, because either alone could be the looser
 * @param baselineRequired true if a scan without a baseline gives no answer
 * @param requiredScanTypes a scan that lacks one of them gives no answer
 */
public record Policy(
        String name,
        Limits limits,
        Set<Severity> unknownCountsAs,
        SecretRule secrets,
        Limit malware,
        Targets deny,
        Scope scope,
        Scores scores,
        ThreatRules threats,
        Grace grace,
        NewFindings newFindings,
        boolean baselineRequired,
        Set<ScanType> requiredScanTypes,
        Exceptions exceptions) {

    /** @throws IllegalArgumentException if unknown would count as nothing, or as unknown */
    public Policy {
        unknownCountsAs = Set.copyOf(unknownCountsAs);
        requiredScanTypes = Set.copyOf(requiredScanTypes);
        if (unknownCountsAs.isEmpty() || unknownCountsAs.contains(Severity.UNKNOWN)) {
            throw new IllegalArgumentException("a finding of unknown severity must count as a known one");
        }
    }

    /** The policy without a file: no critical finding, no secret, no malware, and unknown counts as critical. */
    public static Policy defaults() {
        return new Policy(
                "default",
                new Limits(Map.of(Severity.CRITICAL, Limit.NONE), Limit.UNLIMITED),
                Set.of(Severity.CRITICAL),
                SecretRule.NONE,
                Limit.NONE,
                Targets.NONE,
                Scope.EVERYTHING,
                Scores.UNLIMITED,
                ThreatRules.NONE,
                Grace.NONE,
                NewFindings.UNLIMITED,
                false,
                Set.of(),
                Exceptions.NONE);
    }

    /**
     * The same policy, but no finding of this severity or a worse one is tolerated.
     *
     * @param severity for {@link Severity#UNKNOWN}, what unknown counts as
     */
    public Policy failOn(Severity severity) {
        Stream<Severity> from = severity == Severity.UNKNOWN ? unknownCountsAs.stream() : Stream.of(severity);
        Limits none = from.reduce(limits, Limits::noneFrom, Limits::tightenedBy);
        return with(none, exceptions);
    }

    /**
     * The same policy with other limits, be they smaller or larger: for what a front end asks for beside the policy. A
     * floor must be merged afterwards, or it would be loosened too.
     *
     * @param bySeverity a severity that is not named, or has null, keeps its limit
     * @param total null to keep the limit in all
     * @throws IllegalArgumentException for a limit on {@link Severity#UNKNOWN}, which counts as what the policy says
     */
    public Policy withLimits(Map<Severity, @Nullable Limit> bySeverity, @Nullable Limit total) {
        if (bySeverity.get(Severity.UNKNOWN) != null) {
            throw new IllegalArgumentException(
                    "unknown has no limit of its own: limit the severity that it counts as, or change unknownSeverity");
        }
        return with(limits.replacedBy(bySeverity, total), exceptions);
    }

    /**
     * The same policy, which excuses what these exceptions excuse as well, and never what they never do. A floor must be
     * merged afterwards; what it forbids stays forbidden then.
     *
     * @throws IllegalArgumentException if either side was merged already, or if one id stands for two exceptions
     */
    public Policy excusing(Exceptions more) {
        return with(limits, exceptions.with(more));
    }

    /**
     * This policy and a floor at once: whatever either fails, the result fails too, except that the floor may let local
     * exceptions stand.
     */
    public Policy tightenedBy(Policy floor) {
        return new Policy(
                name.equals(floor.name) ? name : name + " over " + floor.name,
                limits.tightenedBy(floor.limits),
                union(unknownCountsAs, floor.unknownCountsAs),
                secrets.tightenedBy(floor.secrets),
                malware.tightenedBy(floor.malware),
                deny.and(floor.deny),
                scope.tightenedBy(floor.scope),
                scores.tightenedBy(floor.scores),
                threats.tightenedBy(floor.threats),
                grace.tightenedBy(floor.grace),
                newFindings.tightenedBy(floor.newFindings),
                baselineRequired || floor.baselineRequired,
                union(requiredScanTypes, floor.requiredScanTypes),
                exceptions.tightenedBy(floor.exceptions));
    }

    /** SHA-256, in hex, of the canonical form: equal for policies that judge alike by equal rules under an equal name. */
    public String fingerprint() {
        return CanonicalForm.fingerprint(this);
    }

    private Policy with(Limits otherLimits, Exceptions otherExceptions) {
        return new Policy(
                name,
                otherLimits,
                unknownCountsAs,
                secrets,
                malware,
                deny,
                scope,
                scores,
                threats,
                grace,
                newFindings,
                baselineRequired,
                requiredScanTypes,
                otherExceptions);
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }
}
