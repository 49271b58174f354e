package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.nio.file.Path;
import java.util.List;

/** A scanner that {@link ScannerInstaller} has looked at: only it can make one. */
public final class VerifiedScanner {
    private final Path binary;
    private final Digest sha256;
    private final List<String> remarks;

    VerifiedScanner(Path binary, Digest sha256, List<String> remarks) {
        this.binary = binary;
        this.sha256 = sha256;
        this.remarks = List.copyOf(remarks);
    }

    /** The executable, absolute. */
    public Path binary() {
        return binary;
    }

    /** What the executable is and must still be at every start. */
    public Digest sha256() {
        return sha256;
    }

    /** Sentences that a person should see, for example that nothing vouches for this executable. */
    public List<String> remarks() {
        return remarks;
    }
}
