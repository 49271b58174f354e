package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudHistorySettings;

/**
 * What everybody who scans one account shares on AWS.
 *
 * @param leasesTable where it stands who is scanning what
 */
public record SharedStores(CloudHistorySettings history, String leasesTable) {}
