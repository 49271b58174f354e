package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueImage;
import io.jenkins.plugins.qualysfargate.engine.sweep.ExpectedImage;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings together what a catalogue keeps and what runs: one use for each image of each repository. */
final class ImageUses {
    private final Map<String, Collected> byId = new LinkedHashMap<>();
    // A task that runs one platform of an index runs the image that the index is.
    private final Map<String, String> idByScanned = new HashMap<>();

    int size() {
        return byId.size();
    }

    void kept(CatalogueImage image) {
        String id = image.name() + "@" + image.digest();
        Collected use = byId.computeIfAbsent(id, each -> new Collected(image.name(), image.expected(), true));
        use.tags.addAll(image.tags());
        image.scanned().forEach(digest -> idByScanned.putIfAbsent(image.name() + "@" + digest, id));
    }

    void runs(RunningImage running) {
        String name = name(running.image());
        Digest digest = running.digest() == null ? digest(running.image()) : running.digest();
        Collected use;
        if (digest == null || name.isEmpty()) {
            String id = running.cluster() + "/" + (name.isEmpty() ? running.container() : running.image());
            use = byId.computeIfAbsent(id, each -> new Collected(name, null, false));
        } else {
            String own = name + "@" + digest;
            String id = byId.containsKey(own) ? own : idByScanned.getOrDefault(own, own);
            // Of what was started at an unknown time no grace is given.
            Instant since = running.startedAt() == null ? Instant.EPOCH : running.startedAt();
            use = byId.computeIfAbsent(
                    id, each -> new Collected(name, new ExpectedImage(name, digest, since, List.of(digest)), false));
            use.startedAt(since);
        }
        use.clusters.add(ForeignLine.of(running.cluster()));
    }

    List<ImageUse> all() {
        return byId.entrySet().stream()
                .map(each -> each.getValue().made(each.getKey()))
                .toList();
    }

    private static String name(String image) {
        try {
            return ImageReference.parse(image).name();
        } catch (IllegalArgumentException noReference) {
            return "";
        }
    }

    private static @Nullable Digest digest(String image) {
        try {
            return ImageReference.parse(image).digest();
        } catch (IllegalArgumentException noReference) {
            return null;
        }
    }

    private static final class Collected {
        private final String repository;
        private final boolean kept;
        private final SortedSet<String> tags = new TreeSet<>();
        private final SortedSet<String> clusters = new TreeSet<>();
        private @Nullable ExpectedImage image;

        Collected(String repository, @Nullable ExpectedImage image, boolean kept) {
            this.repository = repository;
            this.image = image;
            this.kept = kept;
        }

        /** Several tasks run it: the first of them counts. A push counts before any task. */
        void startedAt(Instant since) {
            if (!kept && image != null && since.isBefore(image.since())) {
                image = new ExpectedImage(image.name(), image.digest(), since, image.scanned());
            }
        }

        ImageUse made(String id) {
            String name = image == null ? id : tags.isEmpty() ? id : repository + ":" + tags.first();
            return new ImageUse(ForeignLine.of(id), ForeignLine.of(name), repository, image, kept, tags, clusters);
        }
    }
}
