package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.ecr.EcrCredentials;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.registry.CredentialLookup;
import io.jenkins.plugins.qualysfargate.engine.registry.CredentialSource;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The clients of AWS, made when they are first needed, once for everybody who shares them. */
final class OpenAws implements AutoCloseable {
    private final AwsSettings settings;
    private final Clock clock;
    private @Nullable AwsClients clients;
    private @Nullable EcrCredentials logins;

    OpenAws(AwsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    synchronized AwsClients clients() {
        if (clients == null) {
            clients = new AwsClients(settings);
        }
        return clients;
    }

    /** Logins to ECR; a run without an image there loads nothing of AWS. */
    CredentialSource logins() {
        return registry -> EcrRegistry.of(registry).isEmpty() ? new CredentialLookup.None() : ecr().find(registry);
    }

    private synchronized EcrCredentials ecr() {
        if (logins == null) {
            AwsClients opened = clients();
            logins = new EcrCredentials(opened::in, clock);
        }
        return logins;
    }

    @Override
    public synchronized void close() {
        if (clients != null) {
            clients.close();
            clients = null;
            logins = null;
        }
    }
}
