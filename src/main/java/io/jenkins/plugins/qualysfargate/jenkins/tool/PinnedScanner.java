package io.jenkins.plugins.qualysfargate.jenkins.tool;

import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.http.Loopback;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRefusedException;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSource;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One version of the scanner, where it is downloaded, and what it must be on each architecture; texts as typed. */
final class PinnedScanner implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String version;
    private final String url;
    private final String sha256Amd64;
    private final String sha256Arm64;

    PinnedScanner(String version, String url, String sha256Amd64, String sha256Arm64) {
        this.version = Util.fixNull(version).trim();
        this.url = Util.fixNull(url).trim();
        this.sha256Amd64 = Util.fixNull(sha256Amd64).trim();
        this.sha256Arm64 = Util.fixNull(sha256Arm64).trim();
    }

    /** Everything that is wrong with it, a sentence each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(versionProblems(version));
        problems.addAll(urlProblems(url));
        problems.addAll(sha256Problems(sha256Amd64));
        problems.addAll(sha256Problems(sha256Arm64));
        if (sha256Amd64.isEmpty() && sha256Arm64.isEmpty()) {
            problems.add(Messages.PinnedScanner_noChecksum());
        }
        if (!sha256Amd64.isEmpty() && !sha256Arm64.isEmpty() && !url.endsWith("/")) {
            problems.add(Messages.PinnedScanner_oneFile());
        }
        return problems;
    }

    static List<String> versionProblems(String version) {
        try {
            new ScannerSource.Pinned(
                    version, Platform.LINUX_AMD64, new Digest("sha256:" + "0".repeat(64)), URI.create("https://any"));
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(Messages.PinnedScanner_version(version));
        }
    }

    static List<String> urlProblems(String url) {
        try {
            URI address = URI.create(url);
            boolean https = "https".equals(address.getScheme());
            boolean local = "http".equals(address.getScheme()) && isThisMachine(address.getHost());
            return address.getHost() != null && address.getUserInfo() == null && (https || local)
                    ? List.of()
                    : List.of(Messages.PinnedScanner_url());
        } catch (IllegalArgumentException e) {
            return List.of(Messages.PinnedScanner_url());
        }
    }

    private static boolean isThisMachine(String host) {
        return host != null && Loopback.isHost(host);
    }

    /** @param sha256 empty for none */
    static List<String> sha256Problems(String sha256) {
        return sha256.isEmpty() || Digest.parse(sha256).isPresent()
                ? List.of()
                : List.of(Messages.PinnedScanner_sha256(sha256));
    }

    /**
     * What to download for a machine.
     *
     * @throws ScannerRefusedException if there is no scanner for it, or no checksum
     */
    ScannerSource.Pinned forMachine(String os, String machine) throws ScannerRefusedException {
        if (!os.equals("Linux")) {
            throw new ScannerRefusedException(
                    "QScanner " + version + " was not installed: this agent runs " + os
                            + ", and QScanner runs on Linux.",
                    "Give the stage or the job a label that only Linux agents have.",
                    null);
        }
        Platform platform = Platform.ofMachine(os, machine);
        String sha256 =
                switch (platform.architecture()) {
                    case "amd64" -> sha256Amd64;
                    case "arm64" -> sha256Arm64;
                    default -> "";
                };
        Digest digest = Digest.parse(sha256).orElse(null);
        if (digest == null) {
            throw new ScannerRefusedException(
                    "QScanner " + version + " was not installed: its installer names no checksum for " + platform
                            + ", which this agent is.",
                    "Add the checksum in Manage Jenkins » Tools, or run the scan on an agent of another architecture.",
                    null);
        }
        return new ScannerSource.Pinned(version, platform, digest, URI.create(url));
    }

    @Override
    public String toString() {
        return "QScanner " + version;
    }
}
