package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.aws.AssumedRole;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How AWS is called. The login is that of the environment, as other tools use it. */
final class AwsOptions {
    @Option(names = "--aws-region", paramLabel = "REGION", description = "Default: as the AWS command line has it.")
    private @Nullable String region;

    @Option(
            names = "--aws-role",
            paramLabel = "ARN",
            description = "Role to assume first, for example of another account.")
    private @Nullable String role;

    @Option(names = "--aws-external-id", paramLabel = "ID", description = "External id that this role asks for.")
    private @Nullable String externalId;

    @Option(names = "--aws-endpoint", paramLabel = "URL", description = "Called instead of AWS' own addresses.")
    private @Nullable URI endpoint;

    /** @throws UsageException if options contradict each other or are no names of AWS */
    AwsSettings settings(HttpSettings http) {
        if (externalId != null && role == null) {
            throw new UsageException("--aws-external-id goes with --aws-role, and that is not given.");
        }
        return AwsSettings.DEFAULT
                .inRegion(region)
                .assuming(role == null ? null : new AssumedRole(role, externalId, AssumedRole.DEFAULT_SESSION))
                .at(endpoint)
                .over(http);
    }
}
