package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static io.jenkins.plugins.qualysfargate.engine.qscanner.ExitClass.BACKEND_PENDING;
import static io.jenkins.plugins.qualysfargate.engine.qscanner.ExitClass.BACKEND_UPLOAD;
import static io.jenkins.plugins.qualysfargate.engine.qscanner.ExitClass.DENIED;
import static io.jenkins.plugins.qualysfargate.engine.qscanner.ExitClass.DONE;
import static io.jenkins.plugins.qualysfargate.engine.qscanner.ExitClass.FAILED;
import static io.jenkins.plugins.qualysfargate.engine.qscanner.ExitClass.IMAGE_UNREADABLE;
import static io.jenkins.plugins.qualysfargate.engine.qscanner.ExitClass.INCOMPLETE;
import static io.jenkins.plugins.qualysfargate.engine.qscanner.ExitClass.SETUP;
import static io.jenkins.plugins.qualysfargate.engine.qscanner.ExitClass.UNDETERMINED;

import java.util.List;
import java.util.Map;

/**
 * What one exit code of QScanner stands for; every integer has one, and only 0, 42 and 43 mean that the scan completed.
 *
 * @param meaning what happened, as the end of "QScanner ended with N:"
 * @param whatToDo what a person should do next
 */
public record ExitCode(int code, ExitClass kind, String meaning, String whatToDo) {
    private static final String READ_LOG = "Read the scanner's log above; with the log level debug it says more.";
    private static final String DISK =
            "Check that the work directory's disk is not full and can be written, then scan again.";
    private static final String UPLOAD =
            "Check that the Qualys gateway can be reached from here and that the token is valid and may upload.";
    private static final String DROP_TYPE =
            "Read the scanner's log above; to go on without it, take that scan type out of the requested ones.";

    /** The known codes in ascending order. Source: the vendor's exit codes as published integrations list them. */
    public static final List<ExitCode> TABLE = List.of(
            row(0, DONE, "the scan is done", "Nothing; the report decides."),
            row(1, FAILED, "general error", READ_LOG),
            row(
                    2,
                    SETUP,
                    "a parameter is wrong",
                    "Compare the scanner's version with a supported one; see its log above."),
            row(3, SETUP, "its logging did not start", "Check that the work directory can be written."),
            row(5, FAILED, "a file could not be read or written", DISK),
            row(
                    6,
                    IMAGE_UNREADABLE,
                    "the image could not be read",
                    "Check the image's name and digest, the registry login and the network to the registry."),
            row(7, IMAGE_UNREADABLE, "the image archive could not be read", "Check that the archive is whole."),
            row(
                    8,
                    IMAGE_UNREADABLE,
                    "the storage driver failed",
                    "Choose the storage driver that the local container runtime uses, or scan from the registry."),
            row(
                    9,
                    IMAGE_UNREADABLE,
                    "the container could not be read",
                    "Check that the container runtime runs and that this user may use it."),
            row(10, FAILED, "what was to be scanned could not be read", READ_LOG),
            row(11, FAILED, "the metadata scan failed", READ_LOG),
            row(12, FAILED, "the scan of OS packages failed", READ_LOG),
            row(13, FAILED, "the scan of language packages failed", DROP_TYPE),
            row(14, FAILED, "the scan for secrets failed", DROP_TYPE),
            row(
                    15,
                    INCOMPLETE,
                    "the image's operating system was not found",
                    "Images without a distribution (scratch, distroless) cannot be judged by OS packages; "
                            + "use a base image that the scanner knows."),
            row(16, FAILED, "the scan for malware failed", DROP_TYPE),
            row(
                    17,
                    INCOMPLETE,
                    "the image's operating system is not supported",
                    "Use a base image that the scanner knows, or a newer scanner."),
            row(18, FAILED, "the file insight scan failed", DROP_TYPE),
            row(19, FAILED, "the compliance scan failed", DROP_TYPE),
            row(20, FAILED, "the manifest scan failed", READ_LOG),
            row(21, FAILED, "the scan of the Windows registry failed", READ_LOG),
            row(30, FAILED, "the result could not be written as JSON", DISK),
            row(31, FAILED, "the change list could not be written", DISK),
            row(32, FAILED, "the change list could not be compressed", DISK),
            row(33, BACKEND_UPLOAD, "the change list could not be uploaded", UPLOAD),
            row(34, FAILED, "the SPDX document could not be written", DISK),
            row(35, FAILED, "the CycloneDX document could not be written", DISK),
            row(36, FAILED, "the bill of materials could not be compressed", DISK),
            row(37, BACKEND_UPLOAD, "the bill of materials could not be uploaded", UPLOAD),
            row(38, FAILED, "the result of the secret scan could not be written", DISK),
            row(39, BACKEND_UPLOAD, "the result of the secret scan could not be uploaded", UPLOAD),
            row(
                    40,
                    BACKEND_PENDING,
                    "the back end gave no vulnerability report in time",
                    "Scan again later; if it stays, allow a longer wait and check the state of the Qualys platform."),
            row(
                    41,
                    BACKEND_PENDING,
                    "the back end gave no policy decision in time",
                    "Scan again later; if it stays, check the central policy and its tags on the Qualys platform."),
            row(
                    42,
                    DENIED,
                    "the central policy denies the image",
                    "Fix what the central policy objects to, or have its owner change it."),
            row(
                    43,
                    UNDETERMINED,
                    "no central policy was evaluated (AUDIT)",
                    "Assign a policy to the tags that were asked for, or allow AUDIT in so many words."),
            row(
                    126,
                    SETUP,
                    "it could not be executed",
                    "Check that it is the build for this machine's architecture and that its disk allows execution."),
            row(127, SETUP, "it was not found", "Check the path of the scanner."));

    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 9, "SIGKILL", 11, "SIGSEGV",
            13, "SIGPIPE", 15, "SIGTERM");

    /** What a code stands for; one that no row knows is a failed scan. */
    public static ExitCode of(int code) {
        for (ExitCode row : TABLE) {
            if (row.code == code) {
                return row;
            }
        }
        // A shell, and the JDK, tell a signal as 128 + its number; there are 64.
        if (code > 128 && code <= 128 + 64) {
            int number = code - 128;
            String signal = SIGNALS.getOrDefault(number, "signal " + number);
            String advice = number == 9
                    ? "Somebody killed it, mostly the system for lack of memory: give this machine or container more."
                    : READ_LOG;
            return row(code, FAILED, "it was ended by " + signal, advice);
        }
        return row(code, FAILED, "this code is not known", "Compare the scanner's version with a supported one.");
    }

    /** True if the scan completed; it says nothing about findings. */
    public boolean completed() {
        return kind == DONE || kind == DENIED || kind == UNDETERMINED;
    }

    private static ExitCode row(int code, ExitClass kind, String meaning, String whatToDo) {
        return new ExitCode(code, kind, meaning, whatToDo);
    }
}
