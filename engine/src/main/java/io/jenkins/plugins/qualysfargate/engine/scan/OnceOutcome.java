package io.jenkins.plugins.qualysfargate.engine.scan;

import java.util.function.Function;

/** What came of having one image scanned unless it was scanned before. */
public sealed interface OnceOutcome {

    /** The history has a complete scan for every platform of it that will do; nothing was done. */
    record Known() implements OnceOutcome {}

    /** What is there is no image of any platform, and why; nothing was done. */
    record NoImage(String reason) implements OnceOutcome {}

    /** The platforms without such a scan have their verdicts, and the history has all of them. */
    record Scanned(GateRun run) implements OnceOutcome {}

    /** Maps the three cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Known, ? extends T> known,
            Function<? super NoImage, ? extends T> noImage,
            Function<? super Scanned, ? extends T> scanned) {
        if (this instanceof Known it) {
            return known.apply(it);
        }
        return this instanceof NoImage it ? noImage.apply(it) : scanned.apply((Scanned) this);
    }
}
