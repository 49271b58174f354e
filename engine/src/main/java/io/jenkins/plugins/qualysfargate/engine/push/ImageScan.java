package io.jenkins.plugins.qualysfargate.engine.push;

import java.util.function.BooleanSupplier;

/**
 * Has one pushed image scanned, judged and recorded. May be called from any thread, and for several images at once.
 *
 * <p>Every method throws {@link io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException} if the history
 * cannot be read or written; then nobody may take it that the image was scanned.
 */
public interface ImageScan {

    /**
     * True if the history has a complete scan for every platform of the image that is still to be used, and none of them is
     * from before {@link Push#freshAfter()}. Whatever cannot be told is false.
     */
    boolean known(Push push);

    /** @param cancelled asked several times a second; ends the scan once it is true */
    ScanAnswer scan(Push push, BooleanSupplier cancelled);
}
