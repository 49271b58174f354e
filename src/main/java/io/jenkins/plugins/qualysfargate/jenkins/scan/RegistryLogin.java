package io.jenkins.plugins.qualysfargate.jenkins.scan;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.EnvVars;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.RegistryAccess;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the images' registry is logged in to, by the scanner and by whoever resolves names.
 *
 * @param variables of the environment, with the login in them if there is one
 */
record RegistryLogin(RegistryAccess access, Map<String, String> variables) {
    RegistryLogin {
        variables = Map.copyOf(variables);
    }

    /**
     * That the build uses these credentials is kept track of.
     *
     * @param credentialsId empty for whatever the agent has
     * @throws ScanRefusedException if this build has no such credentials
     */
    static RegistryLogin of(String credentialsId, Run<?, ?> run, EnvVars environment) throws ScanRefusedException {
        if (credentialsId.isEmpty()) {
            try {
                return new RegistryLogin(RegistryAccess.fromEnvironment(environment), environment);
            } catch (IllegalArgumentException wrong) {
                throw new ScanRefusedException(String.valueOf(wrong.getMessage()));
            }
        }
        StandardUsernamePasswordCredentials found = CredentialsProvider.findCredentialById(
                credentialsId, StandardUsernamePasswordCredentials.class, run, List.of());
        if (found == null) {
            throw new ScanRefusedException("registryCredentialsId: there are no credentials '" + credentialsId
                    + "' of the kind 'Username with password' that "
                    + run.getParent().getFullDisplayName()
                    + " may use. Check the id, and the folder that they are in.");
        }
        CredentialsProvider.track(run, found);
        String password = found.getPassword().getPlainText();
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("QSCANNER_REGISTRY_USERNAME", found.getUsername());
        variables.put("QSCANNER_REGISTRY_PASSWORD", password);
        variables.remove("QSCANNER_REGISTRY_TOKEN");
        return new RegistryLogin(
                new RegistryAccess.Login(found.getUsername(), Credential.of("the registry password", password)),
                variables);
    }

    /** Never shows what is in it. */
    @Override
    public String toString() {
        return "RegistryLogin";
    }
}
