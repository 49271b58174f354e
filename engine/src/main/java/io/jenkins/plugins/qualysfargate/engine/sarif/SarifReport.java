package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complete SARIF report.
 *
 * @param tool name of the scanner; several runs of several scanners are joined by commas; empty where none is named
 * @param toolVersion empty where none is named
 * @param claims which image it is about, as far as it says so
 * @param left how many results are no findings by their own word (passed, not applicable, no longer there)
 * @param endedAt when the last invocation ended, by its own word; null where the report does not say
 */
public record SarifReport(
        String tool,
        String toolVersion,
        ImageClaims claims,
        Findings findings,
        long left,
        @Nullable Instant endedAt) {}
