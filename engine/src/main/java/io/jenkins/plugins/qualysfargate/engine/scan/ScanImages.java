package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanLog;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Scanner;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scans images from their name to the recorded verdict: resolve, look into the cache, scan, read, judge, record. */
public final class ScanImages {
    private final Resolver resolver;
    private final Scanner scanner;
    private final Judging judging;
    private final @Nullable History history;

    /** @param history where scans are kept, cached scans and baselines come from; null for none of it */
    public ScanImages(Resolver resolver, Scanner scanner, Judging judging, @Nullable History history) {
        this.resolver = resolver;
        this.scanner = scanner;
        this.judging = judging;
        this.history = history;
    }

    /**
     * One verdict for every platform of every image, in their order; whatever goes wrong with one of them is a verdict
     * too, and the others are scanned all the same.
     */
    public GateRun scan(ScanOrder order, ScanLog log, Cancellation cancellation) {
        Archive archive = new Archive(history, order.baseline());
        ScanPlatform each = new ScanPlatform(scanner, judging, archive, order);
        List<JudgedImage> judged = new ArrayList<>();
        for (ImageReference image : order.images()) {
            log.line("Resolving " + image);
            List<JudgedImage> ofImage = resolver.resolve(image, order.platforms())
                    .<List<JudgedImage>>fold(
                            resolved -> scan(each, resolved, log, cancellation),
                            unresolved -> List.of(each.unresolved(image, unresolved.verdict())));
            judged.addAll(ofImage);
        }
        return GateRun.of(judged, archive);
    }

    private static List<JudgedImage> scan(
            ScanPlatform each, Resolution.Resolved resolved, ScanLog log, Cancellation cancellation) {
        resolved.remarks().forEach(log::line);
        return resolved.platforms().stream()
                .map(platform -> each.scan(resolved.requested(), platform, log, cancellation))
                .toList();
    }
}
