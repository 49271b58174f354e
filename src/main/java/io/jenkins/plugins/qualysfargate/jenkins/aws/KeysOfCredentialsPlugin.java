package io.jenkins.plugins.qualysfargate.jenkins.aws;

import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.Extension;
import hudson.security.ACL;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsLogin;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Keys of the plugin AWS Credentials. Nothing else may name its classes: it need not be there. */
@Extension(optional = true)
public final class KeysOfCredentialsPlugin implements KeysInJenkins {

    @Override
    public void addTo(StandardListBoxModel choices) {
        choices.includeAs(ACL.SYSTEM2, JenkinsFacade.get().root(), AmazonWebServicesCredentials.class, List.of());
    }

    @Override
    public Optional<AwsLogin.Keys> find(String id) {
        List<AmazonWebServicesCredentials> stored = CredentialsProvider.lookupCredentialsInItemGroup(
                AmazonWebServicesCredentials.class, JenkinsFacade.get().root(), ACL.SYSTEM2, List.of());
        return Optional.ofNullable(CredentialsMatchers.firstOrNull(stored, CredentialsMatchers.withId(id)))
                .map(found -> keys(found.resolveCredentials()));
    }

    private static AwsLogin.Keys keys(AwsCredentials credentials) {
        return new AwsLogin.Keys(
                credentials.accessKeyId(),
                credentials.secretAccessKey(),
                credentials instanceof AwsSessionCredentials session ? session.sessionToken() : null);
    }
}
