package io.jenkins.plugins.qualysfargate.jenkins.aws;

import hudson.util.FormValidation;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAnswers;
import io.jenkins.plugins.qualysfargate.jenkins.config.NetworkSettings;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Asks AWS who the caller is, which everybody may ask and which changes nothing. */
final class WhoCalls {
    // Somebody looks at the form and waits.
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private WhoCalls() {}

    static FormValidation of(AwsValues typed) {
        List<String> problems = AwsSettingsProblems.of(typed);
        if (!problems.isEmpty()) {
            return FormAnswers.of(problems);
        }
        try {
            AwsSettings settings = AwsInUse.settings(typed)
                    .over(NetworkSettings.current().http())
                    .bounded(LONGEST, LONGEST.dividedBy(2), 2);
            try (AwsClients aws = new AwsClients(settings)) {
                GetCallerIdentityResponse answer = new AwsCall("sts:GetCallerIdentity", "the login")
                        .on(() -> aws.sts().getCallerIdentity());
                return FormValidation.ok(Messages.WhoCalls_known(answer.account(), answer.arn()));
            }
        } catch (AwsException failure) {
            return FormValidation.error(failure.advice());
        } catch (ScanRefusedException refused) {
            return FormValidation.error(refused.getMessage());
        }
    }
}
