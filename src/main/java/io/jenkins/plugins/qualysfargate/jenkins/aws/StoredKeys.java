package io.jenkins.plugins.qualysfargate.jenkins.aws;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsLogin;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAccess;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The keys with one id, whichever plugin keeps them, looked up anew for every call: keys that somebody has changed are used
 * at once.
 */
record StoredKeys(String id) implements Supplier<AwsLogin.Keys> {

    @Override
    public AwsLogin.Keys get() {
        return find(id)
                // As the SDK says it of its own ways to a login, so that it is taken for the same problem.
                .orElseThrow(
                        () -> SdkClientException.create("Unable to load credentials: there are no AWS credentials '"
                                + id + "' in Jenkins (Manage Jenkins, System, Qualys Fargate on AWS)"));
    }

    private static Optional<AwsLogin.Keys> find(String id) {
        return JenkinsFacade.get().all(KeysInJenkins.class).stream()
                .map(keys -> keys.find(id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static ListBoxModel choices(String current) {
        StandardListBoxModel choices = new StandardListBoxModel();
        if (FormAccess.isAdministrator()) {
            choices.add(Messages.StoredKeys_none(), "");
            JenkinsFacade.get().all(KeysInJenkins.class).forEach(keys -> keys.addTo(choices));
        }
        return choices.includeCurrentValue(current);
    }

    static List<String> problems(String id) {
        if (id.isEmpty()) {
            return List.of();
        }
        if (JenkinsFacade.get().all(KeysInJenkins.class).isEmpty()) {
            return List.of(Messages.StoredKeys_noPlugin());
        }
        StandardListBoxModel known = new StandardListBoxModel();
        JenkinsFacade.get().all(KeysInJenkins.class).forEach(keys -> keys.addTo(known));
        return known.stream().anyMatch(choice -> Objects.equals(choice.value, id))
                ? List.of()
                : List.of(Messages.StoredKeys_missing(id));
    }
}
