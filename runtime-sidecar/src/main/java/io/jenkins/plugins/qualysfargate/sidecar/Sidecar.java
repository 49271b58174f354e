package io.jenkins.plugins.qualysfargate.sidecar;

import io.jenkins.plugins.qualysfargate.sidecar.Arguments.UsageException;
import io.jenkins.plugins.qualysfargate.sidecar.identity.MetadataEndpoint;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcFileSystem;
import io.jenkins.plugins.qualysfargate.sidecar.watch.WatchApplication;
import io.jenkins.plugins.qualysfargate.sidecar.watch.WatchEnd;
import io.jenkins.plugins.qualysfargate.sidecar.watch.WatchSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The program; {@link Arguments#USAGE} says what the exit codes mean. */
public final class Sidecar {
    private static final int COMPLETE = 0;
    private static final int WRONG_USAGE = 2;
    private static final int DEGRADED = 3;
    private static final int STUCK = 4;

    private static final String NO_NATIVE_PART = "could not load the native part of JNA: ";
    private static final String HOW_TO_LOAD_IT =
            "Run it on x86-64 or arm64 Linux with the GNU C library, and with a java.io.tmpdir that is writable"
                    + " and not mounted noexec.";

    private final Path proc;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final OutputStream events;

    /** @param events where events go: a stream that tells when nobody reads it, as a print stream does not */
    Sidecar(Path proc, Map<String, String> environment, PrintStream out, PrintStream err, OutputStream events) {
        this.proc = proc;
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
        this.events = events;
    }

    /** Runs and ends the process. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int exitCode = new Sidecar(
                        Path.of("/proc"), System.getenv(), out, err, new FileOutputStream(FileDescriptor.out))
                .run(List.of(args));
        if (exitCode == STUCK) {
            // Nothing may wait now, not even for whoever wants to hear of the end: an application stands still.
            Runtime.getRuntime().halt(exitCode);
        }
        System.exit(exitCode);
    }

    int run(List<String> words) {
        try {
            Arguments arguments = Arguments.parse(words);
            return switch (arguments.command()) {
                case CHECK -> check(arguments);
                case WATCH -> watch(Objects.requireNonNull(arguments.watch(), "watch has settings"));
                case VERSION -> print("qualys-fargate sidecar " + version() + "\n");
                case HELP -> print(Arguments.USAGE);
            };
        } catch (UsageException e) {
            err.print("sidecar: " + e.getMessage() + ".\n" + Arguments.USAGE);
            return WRONG_USAGE;
        } catch (IOException e) {
            err.print("sidecar: could not write the answer: " + e.getMessage() + "\n");
            return DEGRADED;
        }
    }

    private int watch(WatchSettings settings) throws IOException {
        try {
            WatchApplication watch = new WatchApplication(
                    settings, task(), new ProcFileSystem(proc).ownStatus(), events, Clock.systemUTC());
            return new StopSignal().during(watch::stop, () -> exitCode(watch.run()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return COMPLETE;
        } catch (LinkageError e) {
            err.print("sidecar: " + NO_NATIVE_PART + e.getMessage() + "\n" + HOW_TO_LOAD_IT + "\n");
            return DEGRADED;
        }
    }

    private static int exitCode(WatchEnd end) {
        return switch (end) {
            case STOPPED -> COMPLETE;
            case STUCK -> STUCK;
            case NOT_FOUND, NOTHING_TO_OBSERVE, OUTPUT_CLOSED -> DEGRADED;
        };
    }

    private TaskIdentity task() {
        String endpoint = environment.get(MetadataEndpoint.VARIABLE);
        if (endpoint == null) {
            err.print("sidecar: " + MetadataEndpoint.VARIABLE
                    + " is not set, so this is no task of ECS: events do not say which task they come from.\n");
            return TaskIdentity.UNKNOWN;
        }
        try {
            return new MetadataEndpoint(endpoint).ask();
        } catch (IOException e) {
            err.print("sidecar: " + e.getMessage() + ". Events do not say which task they come from.\n");
            return TaskIdentity.UNKNOWN;
        }
    }

    private int print(String text) {
        out.print(text);
        return COMPLETE;
    }

    private int check(Arguments arguments) throws IOException {
        Readiness readiness = readiness(arguments);
        out.print(
                arguments.json()
                        ? ReadinessReport.json(readiness, version())
                        : ReadinessReport.text(readiness, version()));
        return readiness.complete() ? COMPLETE : DEGRADED;
    }

    private Readiness readiness(Arguments arguments) {
        try {
            return Readiness.of(new MachineProbe(new ProcFileSystem(proc)).facts(arguments.pid()));
        } catch (IOException e) {
            return Readiness.unknown(
                    "could not read " + proc + ": " + e, "Run it on Linux, with the proc file system mounted.");
        } catch (LinkageError e) {
            return Readiness.unknown(NO_NATIVE_PART + e.getMessage(), HOW_TO_LOAD_IT);
        }
    }

    private static String version() {
        String version = Sidecar.class.getPackage().getImplementationVersion();
        return version == null ? "(development build)" : version;
    }
}
