package io.jenkins.plugins.qualysfargate.engine.aws;

import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * As whom the services are called, with whatever has to be closed after that.
 *
 * @param used in the order in which they are closed
 */
record Identity(AwsCredentialsProvider credentials, List<SdkAutoCloseable> used) {
    Identity {
        used = List.copyOf(used);
    }

    static Identity of(AwsSettings settings, AwsClients.Plug withLogin) {
        AssumedRole role = settings.role();
        if (role == null) {
            return new Identity(withLogin.credentials(), closeable(withLogin.credentials()));
        }
        StsClient sts = withLogin.ready(StsClient.builder()).build();
        StsAssumeRoleCredentialsProvider assumed = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role.arn())
                        .roleSessionName(role.sessionName())
                        .externalId(role.externalId()))
                .build();
        return new Identity(assumed, List.of(assumed, sts));
    }

    static AwsCredentialsProvider login(AwsLogin login) {
        return login instanceof AwsLogin.Kept kept
                ? () -> form(kept.keys().get())
                : DefaultCredentialsProvider.builder().build();
    }

    private static AwsCredentials form(AwsLogin.Keys keys) {
        return keys.sessionToken() == null
                ? AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())
                : AwsSessionCredentials.create(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    }

    private static List<SdkAutoCloseable> closeable(AwsCredentialsProvider provider) {
        return provider instanceof SdkAutoCloseable closeable ? List.of(closeable) : List.of();
    }

    void close() {
        used.forEach(SdkAutoCloseable::close);
    }
}
