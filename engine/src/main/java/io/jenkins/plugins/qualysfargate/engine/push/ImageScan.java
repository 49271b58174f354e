package io.jenkins.plugins.qualysfargate.engine.push;

import java.util.function.BooleanSupplier;

/** Has one pushed image scanned, judged and recorded. May be called from any thread, and for several images at once. */
@FunctionalInterface
public interface ImageScan {

    /**
     * Scans the platforms of the image of which the history has no complete scan that is still to be used; one from before
     * {@link Push#freshAfter()} is not.
     *
     * @param cancelled asked several times a second; ends the scan once it is true
     * @throws io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException if the history cannot be read or
     *     written; then nobody may take it that the image was scanned
     */
    ScanAnswer scan(Push push, BooleanSupplier cancelled);
}
