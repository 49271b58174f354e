package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of a command to its end, with its output read all the time and nothing of it alive afterwards. */
final class ChildProcess {
    private static final String MARK = "QUALYS_FARGATE_RUN";
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration FINISH = Duration.ofSeconds(5);

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path directory;

    /**
     * @param command its environment is all there is; nothing is inherited
     * @param directory where it runs
     */
    ChildProcess(ScannerCommand command, Path directory) {
        this.command = command.arguments();
        this.environment = command.environment();
        this.directory = directory;
    }

    /**
     * Runs it. An interrupt counts as cancellation and is set again before this returns.
     *
     * @throws IOException if it could not be started, or its output not be read
     */
    ProcessEnd run(OutputStream console, ProcessLimits limits, Cancellation cancellation) throws IOException {
        String mark = UUID.randomUUID().toString();
        Optional<Path> setsid = find("setsid");
        Process process = start(mark, setsid);
        ProcessTree tree = new ProcessTree(process.toHandle(), MARK + "=" + mark, setsid.isPresent());
        FutureTask<Boolean> reading = new FutureTask<>(() -> read(process.getInputStream(), console));
        Thread reader = new Thread(reading, "qscanner-output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        boolean interrupted = false;
        try {
            ProcessEnd.How how = ProcessEnd.How.CANCELLED;
            boolean clean;
            try {
                how = await(process, limits.timeout(), cancellation);
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                clean = tree.end(limits.killGrace());
            }
            clean &= finish(reading);
            return new ProcessEnd(how, process.isAlive() ? -1 : process.exitValue(), clean);
        } catch (InterruptedException e) {
            interrupted = true;
            return new ProcessEnd(ProcessEnd.How.CANCELLED, -1, false);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Process start(String mark, Optional<Path> setsid) throws IOException {
        List<String> wrapped = new ArrayList<>();
        setsid.ifPresent(found -> wrapped.add(found.toString()));
        Optional<Path> shell = find("sh");
        if (shell.isPresent()) {
            // With a narrower umask QScanner cannot read back the layers that it unpacks.
            wrapped.addAll(List.of(shell.get().toString(), "-c", "umask 022; exec \"$@\"", "qscanner"));
        }
        wrapped.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(wrapped)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put(MARK, mark);
        return builder.start();
    }

    /** On the PATH of the child; empty on systems that do not have it. */
    private Optional<Path> find(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private static ProcessEnd.How await(Process process, Duration timeout, Cancellation cancellation)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!process.waitFor(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
            if (cancellation.requested()) {
                return ProcessEnd.How.CANCELLED;
            }
            if (System.nanoTime() - deadline >= 0) {
                return ProcessEnd.How.TIMED_OUT;
            }
        }
        return ProcessEnd.How.EXITED;
    }

    private static boolean read(InputStream output, OutputStream console) throws IOException {
        byte[] buffer = new byte[8192];
        try (output) {
            try {
                for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                    console.write(buffer, 0, count);
                }
            } finally {
                // If the log gives up, the scanner must still be able to write.
                output.transferTo(OutputStream.nullOutputStream());
            }
        }
        return true;
    }

    /** Waits for the last output: at its end all writers are dead, so this is short. */
    private static boolean finish(FutureTask<Boolean> reading) throws IOException, InterruptedException {
        try {
            return reading.get(FINISH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException("the scanner's output could not be passed on to the log", e.getCause());
        }
    }
}
