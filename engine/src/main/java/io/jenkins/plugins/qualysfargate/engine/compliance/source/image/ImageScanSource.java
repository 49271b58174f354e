package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.sweep.ExpectedImage;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageStanding;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageStandings;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepRule;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The image scans of this project as a source: every image that is kept or runs is a subject, and what the history has of it
 * is its condition.
 */
public final class ImageScanSource implements ScanSource {
    /** Questions to registries in one look; each may take some calls. */
    static final int MOST_LOOKUPS = 100;

    private final String id;
    private final ExpectedImages expected;
    private final History history;
    private final ImageRule rule;
    private final @Nullable ImagePlatforms platforms;

    /** @param platforms asked about images that run, are not in the catalogue and seem never scanned; null to ask nobody */
    public ImageScanSource(
            String id, ExpectedImages expected, History history, ImageRule rule, @Nullable ImagePlatforms platforms) {
        this.id = id;
        this.expected = expected;
        this.history = history;
        this.rule = rule;
        this.platforms = platforms;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Look look(Instant from, Instant now) {
        try {
            List<ImageCase> cases = cases(now);
            return new Look.Seen(new Observation(
                    id,
                    now,
                    from,
                    cases.stream().map(each -> subject(each.use())).toList(),
                    List.of(),
                    cases.stream().map(ImageCase::condition).toList(),
                    List.of(),
                    null));
        } catch (BlindException blind) {
            return blind.blind(id, now);
        }
    }

    /** Every expected image and what there is of it; the numbers are {@link Coverage#of} of it. */
    public List<ImageCase> cases(Instant now) throws BlindException {
        List<ImageUse> uses = expected.uses();
        try {
            return judged(uses, now);
        } catch (HistoryUnavailableException | CorruptHistoryException failed) {
            throw new BlindException(
                    "Could not look up the scans of " + uses.size() + " images in the history: " + failed.getMessage(),
                    "Make the history reachable; until then nobody knows which images are scanned.",
                    false,
                    failed);
        }
    }

    private List<ImageCase> judged(List<ImageUse> uses, Instant now) {
        // The monitor gives the grace, so none is given here.
        ImageStandings standings = new ImageStandings(history, new SweepRule(rule.maxAge(), Duration.ZERO));
        ImageConditionPolicy policy = new ImageConditionPolicy(rule, now);
        Map<String, ImageStanding> known = of(standings, uses, now);
        if (platforms != null) {
            known.putAll(of(standings, opened(uses, known, platforms), now));
        }
        return uses.stream()
                .map(use -> {
                    ImageStanding standing = known.get(use.id());
                    return new ImageCase(use, standing, policy.judge(use, standing));
                })
                .toList();
    }

    /** What there is of each by its id; of what nobody can name there is nothing. */
    private static Map<String, ImageStanding> of(ImageStandings standings, List<ImageUse> uses, Instant now) {
        List<ExpectedImage> images = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (ImageUse use : uses) {
            ExpectedImage image = use.image();
            if (image != null) {
                ids.add(use.id());
                images.add(image);
            }
        }
        List<ImageStanding> found = standings.of(images, now);
        Map<String, ImageStanding> byId = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            byId.put(ids.get(i), found.get(i));
        }
        return byId;
    }

    /** A task may name the digest of an index, and scans have those of its platforms. */
    private static List<ImageUse> opened(
            List<ImageUse> uses, Map<String, ImageStanding> known, ImagePlatforms platforms) {
        List<ImageUse> opened = new ArrayList<>();
        int asked = 0;
        for (ImageUse use : uses) {
            ExpectedImage image = use.image();
            ImageStanding standing = known.get(use.id());
            if (image == null
                    || use.kept()
                    || standing == null
                    || standing.state() != SweepState.NEVER_SCANNED
                    || asked++ >= MOST_LOOKUPS) {
                continue;
            }
            List<Digest> inside = platforms.of(image.name(), image.digest());
            if (!inside.isEmpty() && !inside.equals(image.scanned())) {
                opened.add(use.expecting(new ExpectedImage(image.name(), image.digest(), image.since(), inside)));
            }
        }
        return opened;
    }

    private static Subject subject(ImageUse use) {
        Set<String> tags = new HashSet<>();
        tags.add("repository:" + use.repository());
        use.tags().forEach(tag -> tags.add("tag:" + tag));
        use.clusters().forEach(cluster -> tags.add("cluster:" + cluster));
        tags.add(use.clusters().isEmpty() ? "kept" : "running");
        ExpectedImage image = use.image();
        return new Subject(
                use.id(),
                use.name(),
                tags,
                null,
                null,
                null,
                null,
                image == null || image.since().equals(Instant.EPOCH) ? null : image.since());
    }
}
