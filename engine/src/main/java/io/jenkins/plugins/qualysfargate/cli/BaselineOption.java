package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery.Choice;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.scan.BaselineChoice;
import picocli.CommandLine.Option;

/** With which earlier scan an image is compared. */
final class BaselineOption {
    @Option(
            names = "--baseline",
            paramLabel = "WHICH",
            description = "Earlier scan to compare with: previous, none, tag:TAG, a digest, or scan:ID."
                    + " Default: ${DEFAULT-VALUE}.",
            defaultValue = "previous")
    String baseline = "previous";

    /** @param history true if there is a history where the earlier scan would be */
    BaselineChoice choice(boolean history) {
        if (baseline.equals("none")) {
            return BaselineChoice.NONE;
        }
        if (!history && !baseline.equals("previous")) {
            throw new UsageException(
                    "--baseline " + baseline + " needs a history to look it up in; name one with --history.");
        }
        if (baseline.equals("previous")) {
            return BaselineChoice.PREVIOUS;
        }
        if (baseline.startsWith("tag:")) {
            return BaselineChoice.always(new Choice.OfTag(baseline.substring("tag:".length())));
        }
        if (baseline.startsWith("scan:")) {
            return BaselineChoice.always(new Choice.OfScan(new ScanId(baseline.substring("scan:".length()))));
        }
        return Digest.parse(baseline)
                .map(digest -> BaselineChoice.always(new Choice.OfDigest(digest)))
                .orElseThrow(() -> new UsageException(
                        "'" + baseline + "' is no baseline; valid are previous, none, tag:TAG, sha256:… and scan:ID."));
    }
}
