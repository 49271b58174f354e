package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import java.util.function.Function;

/** What came of attaching to a process and its descendants. */
public sealed interface AttachOutcome {

    /**
     * It is traced.
     *
     * @param added threads that were not traced before; 0 if all of them were
     * @param refused threads that the kernel did not let us trace
     */
    record Attached(int added, int refused) implements AttachOutcome {}

    /**
     * The process itself could not be traced.
     *
     * @param tracerPid the thread that traces it; 0 if none does
     */
    record Refused(int errno, int tracerPid) implements AttachOutcome {}

    /** There is no such process any more. */
    record Gone() implements AttachOutcome {}

    /** The tracer was ended before it came to it. */
    record Closed() implements AttachOutcome {}

    /** The answer of the case that it is; {@code none} stands for gone and closed. */
    default <T> T fold(
            Function<? super Attached, ? extends T> attached,
            Function<? super Refused, ? extends T> refused,
            Function<? super AttachOutcome, ? extends T> none) {
        if (this instanceof Attached is) {
            return attached.apply(is);
        }
        return this instanceof Refused is ? refused.apply(is) : none.apply(this);
    }
}
