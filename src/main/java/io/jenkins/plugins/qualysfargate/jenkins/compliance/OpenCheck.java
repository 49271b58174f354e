package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.config.NetworkSettings;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executor;

/** The check of the engine with everything that it was opened by; whoever wants it otherwise opens another one. */
final class OpenCheck implements AutoCloseable {
    private final ComplianceSettings settings;
    private final HttpSettings http;
    private final AwsUse aws;
    private final ScanCompliance check;

    private OpenCheck(ComplianceSettings settings, EngineSettings engine, ScanCompliance check) {
        this.settings = settings;
        this.http = engine.http();
        this.aws = engine.aws();
        this.check = check;
    }

    /**
     * Opens one.
     *
     * @param ledger directory where it keeps what it finds, unless that goes to AWS
     * @throws CheckUnavailableException if the settings want what this Jenkins has not got
     */
    static OpenCheck open(ComplianceSettings settings, Path ledger, Executor executor)
            throws CheckUnavailableException {
        EngineSettings wanted = engineSettings();
        ComplianceEngine engine = SharedEngine.with(wanted);
        try {
            // The names of logins may be given to other credentials at any time, without the check being opened anew.
            return new OpenCheck(
                    settings,
                    wanted,
                    new ScanCompliance(
                            engine,
                            settings,
                            name -> ComplianceConfiguration.get().storedLogins().find(name),
                            engine.ledger(ledger),
                            executor));
        } catch (IllegalArgumentException wrong) {
            throw new CheckUnavailableException(wrong.getMessage());
        }
    }

    private static EngineSettings engineSettings() throws CheckUnavailableException {
        try {
            EngineSettings plain = SharedEngine.settings();
            return plain.withNetwork(NetworkSettings.current().http(), plain.registries(), plain.environment());
        } catch (ScanRefusedException refused) {
            throw new CheckUnavailableException(refused.getMessage());
        }
    }

    /** True if one that is opened now would be the same. */
    boolean isBy(ComplianceSettings wanted) throws CheckUnavailableException {
        EngineSettings now = engineSettings();
        return settings.equals(wanted) && http.equals(now.http()) && Objects.equals(aws, now.aws());
    }

    ScanCompliance check() {
        return check;
    }

    @Override
    public void close() {
        check.close();
    }
}
