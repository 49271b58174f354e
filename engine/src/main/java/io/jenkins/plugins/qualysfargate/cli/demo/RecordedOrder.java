package io.jenkins.plugins.qualysfargate.cli.demo;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.RegistryAccess;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOptions;
import io.jenkins.plugins.qualysfargate.engine.scan.BaselineChoice;
import io.jenkins.plugins.qualysfargate.engine.scan.CacheUse;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The order that recorded scans answer: what a user would ask for by default, without an account. */
public final class RecordedOrder {
    private RecordedOrder() {}

    /** @param images some of {@link RecordedRegistry#images()} */
    public static ScanOrder of(List<ImageReference> images) {
        return new ScanOrder(
                images,
                List.of(),
                Set.of(ScanType.PKG, ScanType.SECRET),
                Duration.ofMinutes(5),
                CacheUse.DEFAULT,
                BaselineChoice.PREVIOUS,
                new QualysConnection(
                        new QualysPlatform.Pod(PodName.US1),
                        () -> {
                            throw new IOException("a recorded scan needs no token");
                        },
                        null),
                new RegistryAccess.Ambient(),
                ScanOptions.defaults());
    }
}
