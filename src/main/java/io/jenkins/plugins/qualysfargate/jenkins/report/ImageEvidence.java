package io.jenkins.plugins.qualysfargate.jenkins.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.results.Provenance;
import io.jenkins.plugins.qualysfargate.engine.results.StoredImage;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the verdict of an image rests on, so that it can be checked; null for what nobody stated. */
public final class ImageEvidence {
    private final StoredImage image;
    private final Provenance provenance;

    ImageEvidence(StoredImage image) {
        this.image = image;
        this.provenance = image.provenance();
    }

    @CheckForNull
    public String getDigest() {
        return image.digest() == null ? null : image.digest().value();
    }

    @CheckForNull
    public String getPlatform() {
        return image.platform() == null ? null : image.platform().toString();
    }

    /** With its version. */
    @CheckForNull
    public String getScanner() {
        if (provenance.scanner() == null) {
            return null;
        }
        String version = provenance.scannerVersion();
        return (provenance.scanner() + " " + (version == null ? "" : version)).strip();
    }

    /** What was looked for. */
    @CheckForNull
    public String getScanTypes() {
        String types = provenance.scanTypes().stream()
                .sorted()
                .map(ScanType::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return types.isEmpty() ? null : types;
    }

    @CheckForNull
    public Moment getScannedAt() {
        return Moment.of(provenance.scannedAt());
    }

    public Moment getJudgedAt() {
        return Moment.of(provenance.judgedAt());
    }

    /** What the findings were compared with. */
    @CheckForNull
    public String getBaseline() {
        return provenance.baseline();
    }

    /** Where the report came from. */
    public String getSource() {
        return provenance.source();
    }
}
