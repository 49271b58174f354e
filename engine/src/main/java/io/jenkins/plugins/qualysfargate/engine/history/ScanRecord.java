package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One judged scan with everything that is needed to show it again, to judge it again and to compare with it.
 *
 * @param policyName name of the policy that judged it
 * @param policyFingerprint changes whenever that policy changes
 * @param scannerVersion version of the scanner that ran; null where nobody knows it, and then it is never taken from
 *     the cache
 * @param requestedScanTypes what was asked for; what really ran stands in the report
 * @param feedDate date of the vulnerability data that the scanner used; null where it does not say
 * @param scannedAt when the image itself was looked at, by our clock. A cached report that is judged again keeps the
 *     time of its scan, else a cache would never grow old
 */
public record ScanRecord(
        ScanId id,
        JudgedImage image,
        String policyName,
        String policyFingerprint,
        @Nullable String scannerVersion,
        Set<ScanType> requestedScanTypes,
        @Nullable Instant feedDate,
        Instant scannedAt) {

    public ScanRecord {
        requestedScanTypes = Set.copyOf(requestedScanTypes);
    }

    /**
     * True if there is a report and it was judged: only such a scan is a baseline, dates a finding or comes out of the
     * cache.
     */
    public boolean complete() {
        return image.report() != null && image.verdict().kind() != VerdictKind.INDETERMINATE;
    }
}
