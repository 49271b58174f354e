package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.ecs.EcsClusters;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ClockSkew;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runtime coverage of ECS clusters as a source: every cluster is a subject, and every pair of account and region is one, because
 * GuardDuty may be off there altogether.
 */
public final class GuardDutyCoverageSource implements ScanSource {
    static final String SERVICE = "guardduty";

    private final String id;
    private final List<CoverageScope> scopes;
    private final Clock clock;

    /** @throws IllegalArgumentException if there is no account to look at */
    public GuardDutyCoverageSource(String id, List<CoverageScope> scopes, Clock clock) {
        this.id = id;
        this.scopes = List.copyOf(scopes);
        this.clock = clock;
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException(
                    "the source " + id + " looks at no account: name at least one account and region");
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Look look(Instant from, Instant now) {
        ClockSkew skew = new ClockSkew();
        List<Subject> subjects = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        List<Component> components = new ArrayList<>();
        try {
            for (CoverageScope scope : scopes) {
                ScopeLook look = look(scope, skew);
                subjects.addAll(look.subjects());
                conditions.addAll(look.conditions());
                components.addAll(look.components());
            }
            skew.check("GuardDuty");
        } catch (BlindException blind) {
            return blind.blind(id, now);
        }
        return new Look.Seen(new Observation(id, now, from, subjects, List.of(), conditions, components, skew.ahead()));
    }

    /** GuardDuty's own percentages; a pair without a detector has none. */
    public List<CoverageFigures> figures() throws BlindException {
        List<CoverageFigures> all = new ArrayList<>();
        for (CoverageScope scope : scopes) {
            try {
                CoverageCalls calls = calls(scope, new ClockSkew());
                calls.detectors().forEach(detector -> all.add(calls.figures(scope.account(), detector)));
            } catch (AwsException failed) {
                throw blind(scope, failed);
            }
        }
        return all;
    }

    private ScopeLook look(CoverageScope scope, ClockSkew skew) throws BlindException {
        try {
            List<String> clusters =
                    ScopeLook.names(new EcsClusters(scope.clients().ecs()).arns());
            CoverageCalls calls = calls(scope, skew);
            List<String> detectors = calls.detectors();
            if (detectors.isEmpty()) {
                return new ScopeLook(scope).without(clusters);
            }
            List<CoveredCluster> covered = new ArrayList<>();
            long healthy = 0;
            long all = 0;
            for (String detector : detectors) {
                covered.addAll(calls.clusters(detector));
                CoverageFigures figures = calls.figures(scope.account(), detector);
                healthy += figures.healthy();
                all += figures.all();
            }
            CoverageFigures figures = new CoverageFigures(scope.account(), scope.region(), healthy, all);
            return new ScopeLook(scope).with(figures, covered, clusters);
        } catch (AwsException failed) {
            throw blind(scope, failed);
        }
    }

    private CoverageCalls calls(CoverageScope scope, ClockSkew skew) {
        return new CoverageCalls(scope.clients().signed(SERVICE, clock), scope.region(), clock, skew);
    }

    private static BlindException blind(CoverageScope scope, AwsException failed) {
        return new BlindException(
                "Could not look at the coverage of account " + scope.account() + ": " + failed.getMessage(),
                failed.howToFix(),
                false,
                failed);
    }
}
