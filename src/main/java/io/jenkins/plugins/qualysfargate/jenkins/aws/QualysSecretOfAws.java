package io.jenkins.plugins.qualysfargate.jenkins.aws;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.secret.QualysSecret;
import io.jenkins.plugins.qualysfargate.engine.aws.secret.StoredQualysLogin;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenUnavailableException;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.config.OutsideLogin;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;

/** The login for Qualys in Secrets Manager, one for all scans, so that a hundred of them read it once in some minutes. */
@Extension
public final class QualysSecretOfAws implements OutsideLogin {
    @CheckForNull
    private Known known;

    private record Known(AwsClients aws, String secretId, StoredQualysLogin login) {}

    @Override
    public boolean isSet() {
        return !AwsConfiguration.get().getQualysSecretId().isEmpty();
    }

    @Override
    public TokenSource tokens() {
        return login();
    }

    @Override
    public String pod() throws ScanRefusedException {
        try {
            QualysSecret secret = login().secret();
            return secret.pod() == null ? "" : secret.pod().name();
        } catch (TokenUnavailableException unavailable) {
            throw new ScanRefusedException(String.valueOf(unavailable.getMessage()));
        }
    }

    private synchronized StoredQualysLogin login() {
        AwsClients aws = SharedEngine.engine().aws();
        String secret = AwsConfiguration.get().getQualysSecretId();
        if (known == null || known.aws() != aws || !known.secretId().equals(secret)) {
            StoredQualysLogin login =
                    new StoredQualysLogin(aws, secret, StoredQualysLogin.DEFAULT_MAX_AGE, SharedEngine.clock());
            known = new Known(aws, secret, login);
        }
        return known.login();
    }
}
