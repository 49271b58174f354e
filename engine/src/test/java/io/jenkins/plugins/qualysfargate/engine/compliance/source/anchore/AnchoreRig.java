package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.MemoryLoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreSource.AskedAnchore;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Looks at both kinds of Anchore over HTTP. */
abstract class AnchoreRig {
    static final Instant NOW = Instant.parse("2026-01-22T12:00:00Z");
    static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    static final String ONE = "sha256:" + "1".repeat(64);
    static final String TWO = "sha256:" + "2".repeat(64);
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final LoginBudget budget = new MemoryLoginBudget();
    // Assigned by every test, because half of them are for both APIs.
    FakeAnchore anchore = new FakeAnchore(true, NOW);
    String password = FakeAnchore.PASSWORD;
    AnchoreRule rule = AnchoreRule.DEFAULT;
    Duration callTimeout = Duration.ofSeconds(20);

    @AfterEach
    void close() {
        anchore.close();
    }

    void use(boolean v2) {
        anchore.close();
        anchore = new FakeAnchore(v2, NOW).healthy();
    }

    /** The JDK's server dates its answers by the real clock, on which no test may depend. */
    static Transport dated() {
        Transport real = Transport.withoutRedirects(HttpSettings.DEFAULT.withRetry(RetrySettings.NEVER), CLOCK);
        return call -> {
            HttpAnswer answer = real.send(call);
            Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
            headers.remove("date");
            answer.header("x-date").ifPresent(date -> headers.put("date", List.of(date)));
            return new HttpAnswer(answer.status(), HttpHeaders.of(headers, (name, value) -> true), answer.body());
        };
    }

    AnchoreServer server() {
        AnchoreServer usual = anchore.server(password);
        return new AnchoreServer(usual.base(), usual.login(), callTimeout, Duration.ofSeconds(60));
    }

    private Look look() {
        return new AnchoreSource("anchore", new AskedAnchore(server(), rule), dated(), budget, CLOCK)
                .look(YESTERDAY, NOW);
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

    Condition condition(String digest) {
        return seen().conditions().stream()
                .filter(each -> each.subjectId().equals(digest))
                .findFirst()
                .orElseThrow();
    }

    Component component(String id) {
        return seen().components().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
