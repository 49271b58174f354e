package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the repositories of a registry were really scanned, whatever the schedules say. */
final class RepositoryScans {
    /** Each may be a call. */
    static final int MOST = 1000;
    // It stands in quotes in a filter.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,254}");
    private static final Duration SLACK = Duration.ofMinutes(10);

    private final RegistryClient client;
    private final RegistryRule rule;
    private final Instant now;
    private int asked;

    /** @param now by the clock of the platform */
    RepositoryScans(RegistryClient client, RegistryRule rule, Instant now) {
        this.client = client;
        this.rule = rule;
        this.now = now;
    }

    /** A repository as a registry lists it. */
    private record Listed(String name, @Nullable Instant lastScan) {}

    /** One repository and how it is. */
    record Judged(String id, String name, Condition condition) {}

    List<Judged> of(QualysRegistry registry) throws BlindException {
        List<Listed> repositories = new RegistryPages(client)
                .all(
                        "list the repositories of registry " + registry.uri(),
                        "/registry/" + registry.uuid() + "/repository",
                        RepositoryScans::listed);
        List<Judged> judged = new ArrayList<>();
        for (Listed each : repositories) {
            String id = "repository/" + registry.uuid() + "/" + each.name();
            judged.add(new Judged(id, registry.host() + "/" + each.name(), condition(id, registry, each)));
        }
        return judged;
    }

    private static Listed listed(JsonNode entry) throws UnreadableValueException {
        for (String field : List.of("repoName", "repository", "name")) {
            String name = Scalars.text(entry, field);
            if (!name.isEmpty()) {
                return new Listed(name, Millis.instant(entry, "lastVmScanDate"));
            }
        }
        throw new UnreadableValueException("repoName", "", "the name of a repository");
    }

    private Condition condition(String id, QualysRegistry registry, Listed repository) throws BlindException {
        if (repository.lastScan() != null) {
            return judged(id, repository.lastScan());
        }
        if (!NAME.matcher(repository.name()).matches()) {
            return unclear(id, "Qualys cannot be asked for images of a repository of this name.");
        }
        if (++asked > MOST) {
            throw client.advice("look up the scans of all repositories")
                    .unusable("there are more than " + MOST + " repositories", null);
        }
        List<Scanned> images = images(repository.name());
        List<Scanned> ours = images.stream()
                .filter(each -> each.hosts().isEmpty() || each.hosts().contains(registry.host()))
                .toList();
        if (!images.isEmpty() && ours.isEmpty()) {
            return unclear(
                    id,
                    "Qualys knows images of this repository only in other registries, for example "
                            + images.get(0).hosts().get(0) + ".");
        }
        Instant newest = ours.stream()
                .map(Scanned::at)
                .filter(at -> at != null)
                .max(Instant::compareTo)
                .orElse(null);
        return newest == null
                ? new Condition(
                        id, Level.UNHEALTHY, null, null, "No image of this repository was ever scanned.", remedy())
                : judged(id, newest);
    }

    /** An image and the hosts of the registries that it is in. */
    private record Scanned(@Nullable Instant at, List<String> hosts) {}

    /** The ones that were scanned last. */
    private List<Scanned> images(String repository) throws BlindException {
        String filter = URLEncoder.encode("repo.repository:\"" + repository + "\"", StandardCharsets.UTF_8);
        String action = "look up the scans of repository " + repository;
        JsonNode answer =
                client.get(action, "/images?filter=" + filter + "&pageNumber=1&pageSize=50&sort=lastVmScanDate:desc");
        List<Scanned> images = new ArrayList<>();
        if (answer == null) {
            return images;
        }
        try {
            JsonNode data = answer.path("data");
            if (!data.isArray()) {
                throw new UnreadableValueException("data", "no list", "a list of images");
            }
            for (JsonNode image : data) {
                List<String> hosts = new ArrayList<>();
                for (JsonNode place : image.path("repo")) {
                    String host = Scalars.text(place, "registry");
                    if (!host.isEmpty() && repository.equals(Scalars.text(place, "repository"))) {
                        hosts.add(ForeignLine.of(QualysRegistry.host(host), 100));
                    }
                }
                images.add(new Scanned(Millis.instant(image, "lastVmScanDate"), hosts));
            }
        } catch (UnreadableValueException unreadable) {
            throw client.advice(action).unusable(String.valueOf(unreadable.getMessage()), unreadable);
        }
        return images;
    }

    private Condition judged(String id, Instant newest) {
        if (newest.isAfter(now.plus(SLACK))) {
            return unclear(id, "Its newest scan lies in the future, at " + newest + ".");
        }
        Instant tooOld = newest.plus(rule.maxAge());
        return tooOld.isBefore(now)
                ? new Condition(
                        id,
                        Level.UNHEALTHY,
                        tooOld,
                        newest,
                        "Its newest scan, of " + newest + ", is older than "
                                + rule.maxAge().toDays() + " days, whatever its schedules say.",
                        remedy())
                : new Condition(id, Level.HEALTHY, null, newest, "", "");
    }

    private static Condition unclear(String id, String reason) {
        return new Condition(id, Level.UNCLEAR, null, null, reason, "Look at the repository in Qualys.");
    }

    private static String remedy() {
        return "Check that a schedule of the registry includes the repository, then its filters and the sensor.";
    }
}
