package io.jenkins.plugins.qualysfargate.engine.push;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.function.Function;

/** What came of having a pushed image scanned. */
public sealed interface ScanAnswer {

    /** The history has a complete scan for every platform of it that is still to be used; nothing was scanned. */
    record Known() implements ScanAnswer {}

    /** There is nothing to scan: what was pushed is no image of any platform. */
    record NoImage(String reason) implements ScanAnswer {}

    /** Somebody else has it scanned from here on, and will not forget it. */
    record HandedOver(String to) implements ScanAnswer {}

    /** Every platform of it has its verdict, and the history has all of them. */
    record Recorded(VerdictKind verdict, String reason) implements ScanAnswer {}

    /** Maps the four cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Known, ? extends T> known,
            Function<? super NoImage, ? extends T> noImage,
            Function<? super HandedOver, ? extends T> handedOver,
            Function<? super Recorded, ? extends T> recorded) {
        if (this instanceof Known it) {
            return known.apply(it);
        }
        if (this instanceof NoImage it) {
            return noImage.apply(it);
        }
        return this instanceof HandedOver it ? handedOver.apply(it) : recorded.apply((Recorded) this);
    }
}
