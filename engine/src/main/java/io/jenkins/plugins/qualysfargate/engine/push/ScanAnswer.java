package io.jenkins.plugins.qualysfargate.engine.push;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.function.Function;

/** What came of having a pushed image scanned. */
public sealed interface ScanAnswer {

    /** Every platform of it has its verdict, and the history has all of them. */
    record Recorded(VerdictKind verdict, String reason) implements ScanAnswer {}

    /** There is nothing to scan: what was pushed is no image of any platform. */
    record NoImage(String reason) implements ScanAnswer {}

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Recorded, ? extends T> recorded, Function<? super NoImage, ? extends T> noImage) {
        return this instanceof Recorded it ? recorded.apply(it) : noImage.apply((NoImage) this);
    }
}
