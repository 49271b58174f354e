package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudHistorySettings;
import io.jenkins.plugins.qualysfargate.engine.aws.ledger.TableLedgerSettings;

/**
 * What everybody who scans one account shares on AWS.
 *
 * @param leasesTable where it stands who is scanning what
 * @param ledger where the check of scheduled scans keeps what it finds
 */
public record SharedStores(CloudHistorySettings history, String leasesTable, TableLedgerSettings ledger) {}
