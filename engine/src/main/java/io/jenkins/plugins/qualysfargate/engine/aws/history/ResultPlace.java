package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the result of a scan lies in the bucket, as readers of the original scanner's objects expect it.
 *
 * @param tag {@code untagged} where there is none
 * @param accountId null if nobody knows it
 * @param region null if nobody knows it
 */
record ResultPlace(
        String repository,
        Digest digest,
        String tag,
        @Nullable String accountId,
        @Nullable String region) {
    static final String PREFIX = "scan-results/";

    private static final String UNTAGGED = "untagged";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Empty if the image has no digest, or its name is no image reference: then there is no place of that form. */
    static Optional<ResultPlace> of(ScanRecord scan, CloudHistorySettings settings) {
        String name = scan.image().name();
        Digest digest = scan.image().digest();
        if (name == null || digest == null) {
            return Optional.empty();
        }
        try {
            ImageReference reference = ImageReference.parse(name);
            Optional<EcrRegistry> ecr = EcrRegistry.of(reference.registry());
            return Optional.of(new ResultPlace(
                    reference.repository(),
                    digest,
                    reference.tag() == null ? UNTAGGED : reference.tag(),
                    ecr.map(EcrRegistry::account).orElse(settings.accountId()),
                    ecr.map(EcrRegistry::region).orElse(settings.region())));
        } catch (IllegalArgumentException notAReference) {
            return Optional.empty();
        }
    }

    String key(Instant time) {
        return directory() + TIME.format(time) + ".json";
    }

    private String directory() {
        return PREFIX + repository + "/" + digest + "/";
    }

    /** Beside a result, where no reader of results looks, because of the leading underscore. */
    static String raw(String resultKey, String name) {
        int leaf = resultKey.lastIndexOf('/') + 1;
        String time = resultKey.substring(leaf, resultKey.length() - ".json".length());
        return resultKey.substring(0, leaf) + "_" + time + "-" + name.replaceAll("[^A-Za-z0-9._-]", "_") + ".gz";
    }
}
