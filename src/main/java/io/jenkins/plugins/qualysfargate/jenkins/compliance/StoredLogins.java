package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.security.ACL;
import io.jenkins.plugins.qualysfargate.engine.check.file.CredentialLookup;
import io.jenkins.plugins.qualysfargate.engine.check.file.Login;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import java.util.List;
import java.util.Optional;

/** The logins that a compliance file names, among the credentials of Jenkins itself; looked up anew each time. */
final class StoredLogins implements CredentialLookup {
    private final List<NamedLogin> named;

    /** @param named those whose name is not simply the id of their credentials */
    StoredLogins(List<NamedLogin> named) {
        this.named = List.copyOf(named);
    }

    @Override
    public Optional<Login> find(String name) {
        return named.stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .map(each -> find(each.getCredentialsId(), each.getKind()))
                .orElseGet(() -> find(name, LoginKind.AUTO.word()));
    }

    private static Optional<Login> find(String id, String kind) {
        // Only administrators can name them, so it is as the system that they are looked up.
        List<StandardCredentials> stored = CredentialsProvider.lookupCredentialsInItemGroup(
                StandardCredentials.class, JenkinsFacade.get().root(), ACL.SYSTEM2, List.of());
        StandardCredentials found = CredentialsMatchers.firstOrNull(stored, CredentialsMatchers.withId(id));
        return Optional.ofNullable(found)
                .flatMap(credentials -> LoginKind.of(kind).flatMap(each -> each.login(credentials)));
    }
}
