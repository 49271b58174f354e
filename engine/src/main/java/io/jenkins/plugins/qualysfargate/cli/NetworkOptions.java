package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.ProxySettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the calls of a command leave this machine; the proxy comes from the environment. */
final class NetworkOptions {
    @Option(names = "--ca-file", paramLabel = "FILE", description = "PEM certificates to trust besides those of Java.")
    private @Nullable Path caFile;

    HttpSettings http(Session session) {
        return HttpSettings.DEFAULT
                .withProxy(ProxySettings.ofEnvironment(session.environment()))
                .withCaFile(caFile);
    }
}
