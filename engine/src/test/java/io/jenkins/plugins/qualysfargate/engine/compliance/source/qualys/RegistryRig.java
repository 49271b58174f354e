package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.MemoryLoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys.QualysRegistrySource.AskedRegistries;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Looks at registries over HTTP. */
abstract class RegistryRig {
    static final Instant NOW = Instant.parse("2026-01-22T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String HUB = "reg-1";

    final FakeRegistries qualys = new FakeRegistries(NOW);
    final LoginBudget budget = new MemoryLoginBudget();
    final List<Duration> pauses = new ArrayList<>();
    TokenSource tokens = TokenSource.fixed(Credential.of("token", FakeRegistries.TOKEN));
    RegistryRule rule = RegistryRule.DEFAULT;
    Duration callTimeout = Duration.ofSeconds(20);
    Duration lookTimeout = Duration.ofMinutes(2);
    Instant from = NOW.minus(Duration.ofDays(3));

    @AfterEach
    void close() {
        qualys.close();
    }

    /** A gateway has HTTPS, and the JDK's server dates its answers by the real clock, on which no test may depend. */
    private static Transport plain() {
        Transport real = Transport.withoutRedirects(HttpSettings.DEFAULT.withRetry(RetrySettings.NEVER), CLOCK);
        return call -> {
            HttpAnswer answer =
                    real.send(call.to(URI.create(call.uri().toString().replaceFirst("https:", "http:"))));
            Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
            headers.remove("date");
            answer.header("x-date").ifPresent(date -> headers.put("date", List.of(date)));
            return new HttpAnswer(answer.status(), HttpHeaders.of(headers, (name, value) -> true), answer.body());
        };
    }

    Look look() {
        QualysPlatform platform =
                new QualysPlatform.Gateway(URI.create("https://" + qualys.http().authority()));
        RegistryAccess access = new RegistryAccess(platform, tokens, plain(), callTimeout, lookTimeout);
        return new QualysRegistrySource("qualys", new AskedRegistries(access, rule), budget, CLOCK, pauses::add)
                .look(from, NOW);
    }

    Observation seen() {
        return look().fold(observation -> observation, blind -> {
            throw new AssertionError(blind.reason());
        });
    }

    Look.Blind blind() {
        return look().fold(
                        observation -> {
                            throw new AssertionError("seen: " + observation);
                        },
                        blind -> blind);
    }

    Condition condition(String id) {
        return seen().conditions().stream()
                .filter(each -> each.subjectId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Subject subject(String id) {
        return seen().subjects().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Component sensor() {
        return seen().components().get(0);
    }
}
