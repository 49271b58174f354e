package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import java.time.DateTimeException;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What goes wrong, in the exceptions of whoever keeps something in AWS: a call that failed is never an empty answer. */
public final class Answers {
    private final BiFunction<String, AwsException, RuntimeException> unavailable;
    private final Corrupt corrupt;

    /** Something is not what was kept. */
    @FunctionalInterface
    public interface Corrupt {
        /**
         * @param what what is wrong, as the rest of a sentence that begins with where
         * @param where what was read
         */
        RuntimeException of(String what, String where, RuntimeException cause);
    }

    /** @param unavailable makes an exception of what happened and what to do, for a call that failed */
    public Answers(BiFunction<String, AwsException, RuntimeException> unavailable, Corrupt corrupt) {
        this.unavailable = unavailable;
        this.corrupt = corrupt;
    }

    /** What the calls answer. */
    public <T> T of(Supplier<T> calls) {
        try {
            return calls.get();
        } catch (AwsException failure) {
            throw unavailable.apply(failure.advice(), failure);
        }
    }

    /**
     * What a step of reading gives.
     *
     * @param where what is read, for messages
     */
    public <T> T reading(String where, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw corrupt.of("is not what was recorded: " + e.getMessage(), where, e);
        }
    }
}
