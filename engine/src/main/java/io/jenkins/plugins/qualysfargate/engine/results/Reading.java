package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;

/** One step of reading a stored result; whatever is wrong with what it reads becomes one kind of exception. */
@FunctionalInterface
interface Reading<T> {
    T run() throws IOException;

    /** @param attempted for example {@code read the stored verdict} */
    static <T> T of(String attempted, Path file, Reading<T> step) throws ResultUnavailableException {
        try {
            return step.run();
        } catch (UnreadableReportException | DamagedResultException e) {
            throw unavailable(attempted, file, String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw unavailable(attempted, file, "There is no file " + file + ".");
        } catch (IOException e) {
            throw unavailable(attempted, file, e.getClass().getSimpleName() + ": " + e.getMessage() + ".");
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw unavailable(attempted, file, "It is not what was written: " + e.getMessage() + ".");
        }
    }

    private static ResultUnavailableException unavailable(String attempted, Path file, String message) {
        return new ResultUnavailableException(
                attempted,
                file,
                message.replace("Cannot judge " + file, "It is damaged")
                        .replace(file.toString(), String.valueOf(file.getFileName())),
                "Nothing follows from it, least of all that there was no problem. Look at the reports that were kept of the same"
                        + " run, or scan again.");
    }
}
