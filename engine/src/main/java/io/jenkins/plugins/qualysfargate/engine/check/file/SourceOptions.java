package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What only one type of source has. */
public sealed interface SourceOptions {

    /**
     * Tenable.sc.
     *
     * @param zones what is known of the zones beyond what the source tells
     * @param feedMaxAge plugins that are older make every result suspect
     */
    record Tenable(List<ScanZone> zones, Duration feedMaxAge) implements SourceOptions {
        public Tenable {
            zones = List.copyOf(zones);
        }
    }

    /**
     * Anchore.
     *
     * @param api version of the API, 1 or 2
     * @param account whose images are looked at; null for the login's own
     * @param feedMaxAge vulnerability data that is older makes every result suspect
     * @param evaluate true if an image counts only when it was evaluated after the last synchronisation of feeds
     */
    record Anchore(int api, @Nullable String account, Duration feedMaxAge, boolean evaluate) implements SourceOptions {}

    /** GuardDuty's runtime coverage of ECS clusters. */
    record GuardDuty(AwsPlace place) implements SourceOptions {}

    /**
     * Registry schedules of Qualys Container Security.
     *
     * @param maxAge a repository whose newest scan is older is stale, whatever its schedule says
     */
    record QualysRegistry(Duration maxAge) implements SourceOptions {}

    /**
     * Our own scans of images, against what lies in ECR and what runs.
     *
     * @param repositories which ones; empty for all
     * @param running true if the images of running tasks are expected too
     * @param maxAge a scan that is older does not count
     */
    record Images(AwsPlace place, List<Glob> repositories, boolean running, Duration maxAge) implements SourceOptions {
        public Images {
            repositories = List.copyOf(repositories);
        }
    }

    /**
     * Where in AWS.
     *
     * @param regions at least one
     * @param role assumed first; null to look with the login as it is
     * @param externalId what the role's trust policy asks for; null if nothing
     */
    record AwsPlace(
            List<String> regions,
            @Nullable String role,
            @Nullable String externalId) {
        public AwsPlace {
            regions = List.copyOf(regions);
        }
    }

    /** Maps the five cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Tenable, ? extends T> tenable,
            Function<? super Anchore, ? extends T> anchore,
            Function<? super GuardDuty, ? extends T> guardDuty,
            Function<? super QualysRegistry, ? extends T> qualysRegistry,
            Function<? super Images, ? extends T> images) {
        if (this instanceof Tenable it) {
            return tenable.apply(it);
        }
        if (this instanceof Anchore it) {
            return anchore.apply(it);
        }
        if (this instanceof GuardDuty it) {
            return guardDuty.apply(it);
        }
        return this instanceof QualysRegistry it ? qualysRegistry.apply(it) : images.apply((Images) this);
    }
}
