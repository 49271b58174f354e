package io.jenkins.plugins.qualysfargate.engine.qualys;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.TestCertificate;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with HTTPS on this machine, and checks of connections to it. */
abstract class ConnectionRig {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final String TOKEN = Tokens.until(NOW.plus(Duration.ofHours(4)));

    // Making one takes two processes, so all tests of a class share it.
    @TempDir
    private static Path directory;

    static TestCertificate certificate;

    FakeGateway gateway;
    HttpSettings http;
    // Long enough for a loaded machine; tests that hang take a short one.
    Duration callTimeout = Duration.ofSeconds(20);

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        certificate = TestCertificate.create(directory);
    }

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway(certificate, TOKEN);
        http = HttpSettings.DEFAULT.withCaFile(certificate.pem());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    static QualysLogin client(String secret) {
        return new QualysLogin.ClientCredentials(
                Credential.of("id", FakeGateway.CLIENT_ID), Credential.of("secret", secret));
    }

    static QualysLogin token(String token) {
        return new QualysLogin.FixedToken(Credential.of("token", token));
    }

    ConnectionOutcome check(QualysLogin login) throws InterruptedException {
        return check(gateway.platform(), login);
    }

    ConnectionOutcome check(QualysPlatform platform, QualysLogin login) throws InterruptedException {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Transport once = Transport.withoutRedirects(http.withRetry(RetrySettings.NEVER), clock);
        return new CheckConnection(once, clock, callTimeout).check(platform, login);
    }
}
