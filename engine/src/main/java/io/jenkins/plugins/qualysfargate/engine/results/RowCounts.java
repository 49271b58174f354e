package io.jenkins.plugins.qualysfargate.engine.results;

/** How many rows of each kind are kept of one image. */
public record RowCounts(long findings, long secrets, long malware) {
    public RowCounts {
        if (findings < 0 || secrets < 0 || malware < 0) {
            throw new IllegalArgumentException(
                    "there cannot be " + Math.min(findings, Math.min(secrets, malware)) + " rows");
        }
    }

    public long total() {
        return findings + secrets + malware;
    }
}
