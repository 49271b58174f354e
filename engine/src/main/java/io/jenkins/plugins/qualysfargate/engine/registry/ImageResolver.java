package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.time.Clock;
import java.util.List;

/** Asks registries what image names stand for; the front door of this package. */
public final class ImageResolver {
    private final Transport transport;
    private final CredentialSource credentials;
    private final RegistrySettings settings;
    private final Clock clock;

    public ImageResolver(Transport transport, CredentialSource credentials, RegistrySettings settings, Clock clock) {
        this.transport = transport;
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Resolves a name to digests. It throws nothing: what cannot be resolved is a case of the result.
     *
     * @param image without tag and digest it stands for {@code latest}
     * @param wanted every one of them must exist; empty for all platforms that exist
     */
    public Resolution resolve(ImageReference image, List<Platform> wanted) {
        RegistryAddress address;
        try {
            address = RegistryAddress.of(image, settings.insecureRegistries());
        } catch (UnresolvedException e) {
            return new Resolution.Unresolved(e.verdict());
        }
        RegistryLogin login = new RegistryLogin(transport, credentials, settings, address, RegistryRight.PULL);
        RegistrySession session = new RegistrySession(transport, login, settings, clock);
        try {
            return new ManifestWalk(session, address, wanted).resolve(image);
        } catch (UnresolvedException e) {
            return new Resolution.Unresolved(e.verdict(), session.reason(e));
        }
    }
}
