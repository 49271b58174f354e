package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import java.time.DateTimeException;
import java.util.function.Supplier;

/** What goes wrong, in the exceptions of the history: a call that failed is never an empty answer. */
final class Answers {
    private Answers() {}

    static <T> T of(Supplier<T> calls) {
        try {
            return calls.get();
        } catch (AwsException failure) {
            throw new HistoryUnavailableException(failure.advice(), failure);
        }
    }

    /** @param where what is read, for messages */
    static <T> T reading(String where, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new CorruptHistoryException("is not what was recorded: " + e.getMessage(), where, e);
        }
    }
}
