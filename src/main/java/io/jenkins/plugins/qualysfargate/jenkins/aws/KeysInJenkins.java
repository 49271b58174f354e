package io.jenkins.plugins.qualysfargate.jenkins.aws;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.ExtensionPoint;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsLogin;
import java.util.Optional;

/** Keys for AWS that another plugin keeps in Jenkins; without such a plugin there is none of these. */
public interface KeysInJenkins extends ExtensionPoint {

    /** Adds everything that can be chosen, whatever its scope: this is for administrators. */
    void addTo(StandardListBoxModel choices);

    /**
     * The keys as they are now; empty if there are none with this id.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if they are there and cannot be had
     */
    Optional<AwsLogin.Keys> find(String id);
}
