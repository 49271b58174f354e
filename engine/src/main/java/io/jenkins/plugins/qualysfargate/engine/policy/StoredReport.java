package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;

/**
 * A stored scan that a dry run judges again.
 *
 * @param image what people call the image
 */
public record StoredReport(String image, ScanReport report, Context context) {}
