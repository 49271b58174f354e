package io.jenkins.plugins.qualysfargate.jenkins.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.ProxySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.registry.CredentialSource;
import io.jenkins.plugins.qualysfargate.engine.registry.ImageResolver;
import io.jenkins.plugins.qualysfargate.engine.registry.RegistrySettings;
import io.jenkins.plugins.qualysfargate.engine.scan.PinnedFallback;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/** Asks a registry from the agent, because that is where it can be reached and where the login is. */
final class ResolveImage extends MasterToSlaveFileCallable<ResolvedText> {
    private static final long serialVersionUID = 1L;

    private final String image;
    private final ArrayList<String> platforms;
    private final RegistryCalls calls;

    ResolveImage(ImageReference image, List<Platform> platforms, RegistryCalls calls) {
        this.image = image.toString();
        this.platforms =
                new ArrayList<>(platforms.stream().map(Platform::toString).toList());
        this.calls = calls;
    }

    @Override
    public ResolvedText invoke(File temporary, VirtualChannel channel) throws IOException {
        Path caFile = null;
        try {
            if (!calls.certificates().isEmpty()) {
                caFile = Files.createTempFile(Files.createDirectories(temporary.toPath()), "ca-", ".pem");
                Files.writeString(caFile, calls.certificates());
            }
            return ResolvedText.of(new PinnedFallback(resolver(caFile)::resolve)
                    .resolve(
                            ImageReference.parse(image),
                            platforms.stream().map(Platform::parse).toList()));
        } finally {
            if (caFile != null) {
                Files.deleteIfExists(caFile);
            }
        }
    }

    private ImageResolver resolver(Path caFile) {
        HttpSettings http = HttpSettings.DEFAULT
                .withProxy(ProxySettings.ofEnvironment(calls.environment()))
                .withCaFile(caFile);
        RegistrySettings defaults = RegistrySettings.DEFAULT;
        RegistrySettings settings =
                new RegistrySettings(calls.insecureRegistries(), defaults.callTimeout(), defaults.resolveTimeout());
        Path home = Path.of(calls.environment().getOrDefault("HOME", System.getProperty("user.home", ".")));
        CredentialSource credentials = CredentialSource.firstOf(List.of(
                CredentialSource.environment(calls.environment()),
                CredentialSource.dockerConfig(calls.environment(), home)));
        Clock clock = Clock.systemUTC();
        return new ImageResolver(Transport.create(http, clock), credentials, settings, clock);
    }
}
