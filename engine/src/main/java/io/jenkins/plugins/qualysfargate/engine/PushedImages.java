package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.push.ImageScan;
import io.jenkins.plugins.qualysfargate.engine.push.Push;
import io.jenkins.plugins.qualysfargate.engine.push.ScanAnswer;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanLog;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Scanner;
import io.jenkins.plugins.qualysfargate.engine.scan.CacheUse;
import io.jenkins.plugins.qualysfargate.engine.scan.Judging;
import io.jenkins.plugins.qualysfargate.engine.scan.Resolver;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOnce;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOrder;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Scans pushed images as the engine scans any other.
 *
 * @param order how; its images are not looked at
 * @param judging asked for each image, so that feeds are as fresh as for a scan of its own
 * @param scanner asked for each image
 */
record PushedImages(
        ScanOrder order,
        Supplier<Judging> judging,
        History history,
        Resolver resolver,
        Supplier<Scanner> scanner,
        ScanLog log)
        implements ImageScan {

    @Override
    public ScanAnswer scan(Push push, BooleanSupplier cancelled) {
        Instant fresh = push.freshAfter();
        ScanOrder wanted = fresh == null ? order : order.using(CacheUse.NONE);
        return new ScanOnce(resolver, scanner.get(), judging.get(), history)
                .scan(wanted.of(push.image()), fresh == null ? push.pushedAt() : fresh, log, cancelled::getAsBoolean)
                .<ScanAnswer>fold(
                        known -> new ScanAnswer.Known(),
                        none -> new ScanAnswer.NoImage(none.reason()),
                        scanned -> new ScanAnswer.Recorded(
                                scanned.run().outcome().verdict(),
                                scanned.run().outcome().reason()));
    }
}
