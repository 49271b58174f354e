package io.jenkins.plugins.qualysfargate.engine.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one credential helper, bounded in time and output; nothing of it goes on afterwards. */
final class HelperProcess {
    private static final int MOST_BYTES = 64 << 10;

    private final Map<String, String> environment;
    private final Duration limit;

    HelperProcess(Map<String, String> environment, Duration limit) {
        this.environment = Map.copyOf(environment);
        this.limit = limit;
    }

    /**
     * Runs {@code program get} with one line of input.
     *
     * @throws IOException if it cannot be started, prints too much, or does not end in time
     */
    Output run(Path program, String input) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(program.toString(), "get").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            CompletableFuture<byte[]> printed = new CompletableFuture<>();
            startReading(process.getInputStream(), printed);
            write(process, input);
            byte[] bytes = printed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("it printed more than " + MOST_BYTES + " bytes");
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it did not end within " + limit);
            }
            return new Output(process.exitValue(), new String(bytes, StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            throw new IOException("it did not answer within " + limit, e);
        } catch (ExecutionException e) {
            throw new IOException("its answer could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("it was cancelled").initCause(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void startReading(InputStream in, CompletableFuture<byte[]> result) {
        Thread reader = new Thread(
                () -> {
                    try (in) {
                        result.complete(in.readNBytes(MOST_BYTES + 1));
                    } catch (IOException e) {
                        result.completeExceptionally(
                                new UncheckedIOException("Could not read what the credential helper wrote", e));
                    }
                },
                "credential-helper-output");
        reader.setDaemon(true);
        reader.start();
    }

    private static void write(Process process, String input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write((input + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A helper may end without reading; what it printed and its exit code decide.
            System.getLogger(HelperProcess.class.getName())
                    .log(System.Logger.Level.DEBUG, "The credential helper did not read its input", e);
        }
    }

    /**
     * What the program printed; the text form shows nothing of it, because secrets stand there.
     *
     * @param text standard output
     */
    record Output(int exitCode, String text) {
        @Override
        public String toString() {
            return "exit code " + exitCode;
        }
    }
}
