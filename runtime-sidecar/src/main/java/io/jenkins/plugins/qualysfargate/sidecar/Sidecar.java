package io.jenkins.plugins.qualysfargate.sidecar;

import io.jenkins.plugins.qualysfargate.sidecar.Arguments.UsageException;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcFileSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The program: exit code 0 if everything can be observed, 2 for wrong usage, 3 if something cannot. */
public final class Sidecar {
    private static final int COMPLETE = 0;
    private static final int WRONG_USAGE = 2;
    private static final int DEGRADED = 3;

    private final Path proc;
    private final PrintStream out;
    private final PrintStream err;

    Sidecar(Path proc, PrintStream out, PrintStream err) {
        this.proc = proc;
        this.out = out;
        this.err = err;
    }

    /** Runs and ends the process. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Sidecar(Path.of("/proc"), out, err).run(List.of(args)));
    }

    int run(List<String> words) {
        try {
            Arguments arguments = Arguments.parse(words);
            return switch (arguments.command()) {
                case CHECK -> check(arguments);
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
            return Readiness.unknown(
                    "could not load the native part of JNA: " + e.getMessage(),
                    "Run it on x86-64 or arm64 Linux with the GNU C library, and with a java.io.tmpdir that is writable"
                            + " and not mounted noexec.");
        }
    }

    private static String version() {
        String version = Sidecar.class.getPackage().getImplementationVersion();
        return version == null ? "(development build)" : version;
    }
}
