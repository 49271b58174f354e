package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.check.file.Login;
import io.jenkins.plugins.qualysfargate.engine.check.file.SourceOptions;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreLogin;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreRule;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreServer;
import java.net.URI;
import java.util.Set;

/** An Anchore as its settings have it. */
public final class AnchoreConnection {
    private AnchoreConnection() {}

    /**
     * Where and as whom it is asked.
     *
     * @param url with or without the version of the API at its end
     * @throws IllegalArgumentException if it cannot be asked so
     */
    public static AnchoreServer server(URI url, SourceOptions.Anchore options, Login login) {
        Login.User user = login.fold(it -> it, keys -> none(), token -> none());
        String base = url.toString().replaceAll("/+$", "");
        String whole = base.endsWith("/v1") || base.endsWith("/v2") ? base : base + "/v" + options.api();
        return AnchoreServer.of(URI.create(whole), new AnchoreLogin(user.name(), user.password(), options.account()));
    }

    /** What is expected of it. */
    public static AnchoreRule rule(SourceOptions.Anchore options) {
        return new AnchoreRule(options.feedMaxAge(), Set.of(), options.evaluate());
    }

    private static Login.User none() {
        throw new IllegalArgumentException("Anchore takes a user with a password");
    }
}
