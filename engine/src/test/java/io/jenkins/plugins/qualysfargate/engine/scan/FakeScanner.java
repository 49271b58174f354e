package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PolicyDecision;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanLog;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanRequest;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanWorkspace;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Scanner;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes recorded samples as scans of whatever it is asked for, remembers what that was, and breaks as it is told. */
final class FakeScanner implements Scanner {
    private static final Path SAMPLES = Path.of("../contracts/samples");
    private static final Pattern DIGEST = Pattern.compile("\"imageDigest\": \"(sha256:[0-9a-f]{64})\"");

    private final Path work;
    private final Clock clock;
    private final Map<Digest, String> samples = new HashMap<>();
    private final List<ScanRequest> requests = new ArrayList<>();
    private Trouble trouble = Trouble.NONE;
    private String version = "4.8.0-2";

    /** What goes wrong with a scan. */
    enum Trouble {
        NONE,
        NO_RUN,
        DENIED,
        OTHER_IMAGE,
        /** The report and the inventory know the image id only. */
        NO_DIGEST,
        /** They do not say of which image they are. */
        NO_IMAGE,
        OLD,
        CUT_OFF;

        /** What is left out of the files, as a regular expression. */
        private String hidden() {
            String digests = "\"(?:imageDigest|repoDigest)\": \"[^\"]*\",|\"[^\"]*@sha256:[0-9a-f]*\"";
            return switch (this) {
                case NO_DIGEST -> digests;
                case NO_IMAGE -> digests + "|\"(?i:imageID)\": \"[^\"]*\",";
                default -> "(?!)";
            };
        }
    }

    FakeScanner(Path work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** From now on images of this digest look like this sample; without that they are clean. */
    void finds(Digest digest, String sample) {
        samples.put(digest, sample);
    }

    void breaksBy(Trouble other) {
        trouble = other;
    }

    void hasVersion(String other) {
        version = other;
    }

    List<ScanRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public ScannerRun run(ScanRequest request, ScanLog log, Cancellation cancellation) {
        requests.add(request);
        if (trouble == Trouble.NO_RUN) {
            return ScannerRun.failed(IndeterminateCause.SCANNER_FAILED, "It ended with exit code 1.", "Read its log.");
        }
        try {
            ScanWorkspace workspace = ScanWorkspace.create(work);
            Digest digest = Objects.requireNonNull(request.image().digest());
            write(SAMPLES.resolve(samples.getOrDefault(digest, "clean")), workspace.output(), request);
            PolicyDecision decision = trouble == Trouble.DENIED ? PolicyDecision.DENY : PolicyDecision.NONE;
            int exitCode = trouble == Trouble.DENIED ? 42 : 0;
            return new ScannerRun.Finished(exitCode, decision, workspace, clock.instant(), clock.instant(), version);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed.getMessage(), failed);
        }
    }

    private void write(Path sample, Path output, ScanRequest request) throws IOException {
        String recorded = recordedDigest(sample);
        String digest = trouble == Trouble.OTHER_IMAGE
                ? "sha256:" + "e".repeat(64)
                : Objects.requireNonNull(request.image().digest()).value();
        Instant ended = trouble == Trouble.OLD ? clock.instant().minusSeconds(86_400) : clock.instant();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(sample, "*{Report.sarif,ScanResult}.json")) {
            for (Path file : files) {
                String text = Files.readString(file)
                        .replace(recorded, digest)
                        .replace(
                                "\"Architecture\": \"amd64\"",
                                "\"Architecture\": \"" + request.platform().architecture() + "\"")
                        .replaceAll(trouble.hidden(), "")
                        .replaceAll(
                                "\"ScanEndTime\": [0-9]+", "\"ScanEndTime\": " + ended.getEpochSecond() + "000000000");
                String written = trouble == Trouble.CUT_OFF ? text.substring(0, text.length() / 2) : text;
                Files.writeString(output.resolve(String.valueOf(file.getFileName())), written);
            }
        }
    }

    private static String recordedDigest(Path sample) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(sample, "*Report.sarif.json")) {
            Matcher matcher = DIGEST.matcher(Files.readString(files.iterator().next()));
            if (!matcher.find()) {
                throw new IOException(sample + " names no digest");
            }
            return matcher.group(1);
        }
    }
}
