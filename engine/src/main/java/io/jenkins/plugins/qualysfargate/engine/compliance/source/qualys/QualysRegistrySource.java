package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Patience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The registry scans of one Qualys subscription: schedules have runs, registries and repositories have conditions. */
public final class QualysRegistrySource implements ScanSource {
    /** Schedules run once a day at most, and only the last job of each is told: so long back none is missing. */
    private static final Duration TOLD = Duration.ofDays(1);

    private final String id;
    private final AskedRegistries asked;
    private final LoginBudget budget;
    private final Clock clock;
    private final Patience patience;

    /**
     * @param id as monitors name it
     * @param clock measures how far the clock of the platform is off
     * @param patience lets the time pass that the platform asks to wait
     */
    public QualysRegistrySource(String id, AskedRegistries asked, LoginBudget budget, Clock clock, Patience patience) {
        this.id = id;
        this.asked = asked;
        this.budget = budget;
        this.clock = clock;
        this.patience = patience;
    }

    /** A platform, and what is expected of its registries. */
    public record AskedRegistries(RegistryAccess access, RegistryRule rule) {}

    @Override
    public String id() {
        return id;
    }

    @Override
    public Look look(Instant from, Instant now) {
        RegistryClient client = new RegistryClient(asked.access(), budget, clock, patience);
        try {
            return new Look.Seen(observe(client, from, now));
        } catch (BlindException blind) {
            return blind.blind(id, now);
        }
    }

    private Observation observe(RegistryClient client, Instant from, Instant now) throws BlindException {
        RegistryPages pages = new RegistryPages(client);
        List<QualysRegistry> registries = pages.all("list the registries", "/registry", QualysRegistry::of);
        client.skew().check(client.gateway().toString());
        Duration ahead = client.skew().ahead();
        Instant theirs = ahead == null ? now : now.plus(ahead);
        RegistryFindings findings = new RegistryFindings();
        RepositoryScans repositories = new RepositoryScans(client, asked.rule(), theirs);
        for (QualysRegistry registry : registries) {
            findings.add(
                    registry,
                    pages.all(
                            "list the schedules of registry " + registry.uri(),
                            "/registry/" + registry.uuid() + "/schedule",
                            RegistrySchedule::of));
            if (asked.rule().repositories()) {
                findings.add(registry, repositories.of(registry));
            }
        }
        Instant told = theirs.minus(TOLD);
        return new Observation(
                id,
                now,
                from.isAfter(told) ? from : told,
                findings.subjects(),
                findings.runs(),
                findings.conditions(),
                sensors(pages, registries, theirs),
                client.skew().ahead());
    }

    private List<Component> sensors(RegistryPages pages, List<QualysRegistry> registries, Instant theirs)
            throws BlindException {
        try {
            return RegistrySensors.components(
                    registries,
                    pages.all("list the sensors", "/sensors", RegistrySensors.Sensor::of),
                    asked.rule(),
                    theirs);
        } catch (RegistryRefusedException refused) {
            if (refused.forbidden()) {
                return RegistrySensors.unseen(registries, refused.situation());
            }
            throw refused;
        }
    }
}
