package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.Descriptor.FormException;
import hudson.util.Secret;
import java.io.IOException;
import java.util.List;

/** Sets up what administrators would. */
final class Settings {
    static final String SECRET = "hunter22-nobody-may-read-this";
    static final String STRICT = "version: 1\nname: strict\nlimits: {critical: 0, high: 0}\n";
    static final String LAX = "version: 1\nname: lax\nlimits: {critical: 9}\n";

    private Settings() {}

    static QualysTokenCredentials token(CredentialsScope scope, String id, String pod) throws FormException {
        return new QualysTokenCredentials(scope, id, "", Secret.fromString(SECRET), pod);
    }

    static QualysClientCredentials client(String id, String pod) throws FormException {
        return new QualysClientCredentials(
                CredentialsScope.GLOBAL, id, "OAuth client", "client-1", Secret.fromString(SECRET), pod);
    }

    static void keep(Credentials credentials) throws IOException {
        SystemCredentialsProvider.getInstance().getCredentials().add(credentials);
        SystemCredentialsProvider.getInstance().save();
    }

    static void keep(AbstractFolder<?> folder, Credentials credentials) throws IOException {
        store(folder).addCredentials(Domain.global(), credentials);
    }

    static CredentialsStore store(AbstractFolder<?> folder) {
        for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
            if (store.getProvider() instanceof FolderCredentialsProvider && store.getContext() == folder) {
                return store;
            }
        }
        throw new AssertionError("the folder keeps no credentials");
    }

    static QualysConfiguration policies(NamedPolicy... policies) {
        QualysConfiguration settings = QualysConfiguration.get();
        settings.setPolicies(List.of(policies));
        settings.save();
        return settings;
    }

    static QualysFolderProperty property(String floor, String credentialsId) {
        QualysFolderProperty property = new QualysFolderProperty();
        property.setFloorPolicy(floor);
        property.setCredentialsId(credentialsId);
        return property;
    }
}
