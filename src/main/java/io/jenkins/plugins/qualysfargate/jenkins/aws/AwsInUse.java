package io.jenkins.plugins.qualysfargate.jenkins.aws;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.SharedStores;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertReason;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertRule;
import io.jenkins.plugins.qualysfargate.engine.aws.AssumedRole;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsLogin;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudHistorySettings;
import io.jenkins.plugins.qualysfargate.engine.aws.ledger.TableLedgerSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.store.AwsTables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableShape;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.jenkins.EngineSetUp;
import io.jenkins.plugins.qualysfargate.jenkins.config.NetworkSettings;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.net.URI;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Gives the engine what administrators have set of AWS, over the proxy and with the certificates of this Jenkins. */
@Extension
public final class AwsInUse implements EngineSetUp {
    private static final Logger LOGGER = Logger.getLogger(AwsInUse.class.getName());

    @Override
    public EngineSettings of(EngineSettings plain) {
        AwsConfiguration values = AwsConfiguration.get();
        if (!values.isInUse()) {
            return plain;
        }
        HttpSettings http = network();
        return plain.withAws(use(values, http)).withNetwork(http, plain.registries(), plain.environment());
    }

    private static HttpSettings network() {
        try {
            return NetworkSettings.current().http();
        } catch (ScanRefusedException refused) {
            // Scans are refused for it too. What only trusts the usual certificates trusts too little and not too much.
            LOGGER.log(Level.WARNING, "AWS is called without proxy and certificates: {0}", refused.getMessage());
            return HttpSettings.DEFAULT;
        }
    }

    private static AwsUse use(AwsValues values, HttpSettings http) {
        return new AwsUse(
                settings(values).over(http),
                stores(values),
                Util.fixEmpty(values.getAlertTopic()),
                new AlertRule(values.getAlertOn().stream()
                        .map(word -> AlertReason.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet())),
                Util.fixEmpty(values.getMetricsNamespace()),
                Util.fixEmpty(values.getLogGroup()));
    }

    @CheckForNull
    private static SharedStores stores(AwsValues values) {
        if (values.getStack().isEmpty()) {
            return null;
        }
        CloudHistorySettings history = new CloudHistorySettings(
                table(values.getHistoryTable(), AwsTables.HISTORY, values),
                table(values.getOutboxTable(), AwsTables.OUTBOX, values),
                table(values.getCacheTable(), AwsTables.SCAN_CACHE, values),
                new Bucket.Place(values.getResultsBucket(), Util.fixEmpty(values.getResultsKey()), null),
                null,
                Util.fixEmpty(values.getRegion()),
                CloudHistorySettings.DEFAULT_RETENTION,
                CloudHistorySettings.DEFAULT_RETENTION);
        TableLedgerSettings ledger = new TableLedgerSettings(
                AwsTables.name(AwsTables.OCCURRENCES, values.getStack()),
                AwsTables.name(AwsTables.INCIDENTS, values.getStack()),
                table(values.getOutboxTable(), AwsTables.OUTBOX, values));
        return new SharedStores(history, table(values.getLeasesTable(), AwsTables.LEASES, values), ledger);
    }

    private static String table(String named, TableShape shape, AwsValues values) {
        return named.isEmpty() ? AwsTables.name(shape, values.getStack()) : named;
    }

    /** @throws IllegalArgumentException if one of the values is none that AWS would take */
    static AwsSettings settings(AwsValues values) {
        String role = values.getRoleArn();
        return AwsSettings.DEFAULT
                .inRegion(Util.fixEmpty(values.getRegion()))
                .as(
                        values.getCredentialsId().isEmpty()
                                ? new AwsLogin.DefaultChain()
                                : new AwsLogin.Kept(new StoredKeys(values.getCredentialsId())))
                .assuming(
                        role.isEmpty()
                                ? null
                                : new AssumedRole(
                                        role, Util.fixEmpty(values.getExternalId()), AssumedRole.DEFAULT_SESSION))
                .at(values.getEndpoint().isEmpty() ? null : URI.create(values.getEndpoint()));
    }
}
