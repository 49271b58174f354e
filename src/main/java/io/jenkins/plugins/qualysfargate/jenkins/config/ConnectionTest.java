package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.FormValidation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qualys.CheckConnection;
import io.jenkins.plugins.qualysfargate.engine.qualys.ConnectionOutcome;
import io.jenkins.plugins.qualysfargate.engine.qualys.ConnectionOutcome.Connected;
import io.jenkins.plugins.qualysfargate.engine.qualys.GatewayAddress;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Tries stored credentials from a form. Nothing that was typed is sent, and nothing is sent to what was typed. */
final class ConnectionTest {
    private ConnectionTest() {}

    /** @param pod of credentials that name none */
    static FormValidation inJenkins(String credentialsId, String pod) throws InterruptedException {
        return test(
                CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class, JenkinsFacade.get().root(), ACL.SYSTEM2, List.of()),
                credentialsId,
                pod);
    }

    static FormValidation inItem(Item item, String credentialsId) throws InterruptedException {
        return test(
                CredentialsProvider.lookupCredentialsInItem(StandardCredentials.class, item, ACL.SYSTEM2, List.of()),
                credentialsId,
                QualysConfiguration.get().getPod());
    }

    private static FormValidation test(List<StandardCredentials> stored, String id, String defaultPod)
            throws InterruptedException {
        if (id.isEmpty()) {
            return FormValidation.error(Messages.ConnectionTest_choose());
        }
        StandardCredentials found = CredentialsMatchers.firstOrNull(
                stored, CredentialsMatchers.allOf(Logins.FOR_JOBS, CredentialsMatchers.withId(id)));
        if (found == null) {
            return FormValidation.error(Messages.ConnectionTest_notFound(id));
        }
        String pod = Logins.pod(found).isEmpty() ? defaultPod : Logins.pod(found);
        if (pod.isEmpty()) {
            return FormValidation.error(Messages.ConnectionTest_noPlatform());
        }
        List<QualysGateway> gateways = QualysConfiguration.get().getGateways();
        Optional<QualysPlatform> platform = PlatformNames.find(pod, gateways);
        return platform.isPresent()
                ? test(found, platform.get())
                : FormValidation.error(PlatformNames.unknown(pod, gateways));
    }

    private static FormValidation test(StandardCredentials credentials, QualysPlatform platform)
            throws InterruptedException {
        try {
            QualysLogin login = Logins.of(credentials)
                    .orElseThrow(
                            () -> new IllegalArgumentException(Messages.ConnectionTest_notFound(credentials.getId())));
            ConnectionOutcome outcome = CheckConnection.create(
                            NetworkSettings.current().http(), Clock.systemUTC())
                    .check(platform, login);
            return outcome.fold(
                    ConnectionTest::connected,
                    refused -> FormValidation.error(refused.reason() + "\n" + refused.howToFix()),
                    unreachable -> FormValidation.error(unreachable.reason() + "\n" + unreachable.howToFix()));
        } catch (ScanRefusedException | IllegalArgumentException unusable) {
            return FormValidation.error(unusable.getMessage());
        }
    }

    private static FormValidation connected(Connected connected) {
        String gateway = GatewayAddress.of(connected.platform()).toString();
        String text = connected.tokenExpiry() == null
                ? Messages.ConnectionTest_connected(gateway)
                : Messages.ConnectionTest_connectedUntil(
                        gateway, connected.tokenExpiry().toString());
        return connected.remarks().isEmpty()
                ? FormValidation.ok(text)
                : FormValidation.warning(text + "\n" + String.join("\n", connected.remarks()));
    }
}
