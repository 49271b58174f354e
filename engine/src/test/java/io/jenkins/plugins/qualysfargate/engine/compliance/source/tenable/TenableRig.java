package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.MemoryLoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeTenable;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.SetClock;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A Tenable.sc on this machine, and looks at it. */
abstract class TenableRig {
    static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    static final TenableLogin KEY = new TenableLogin.ApiKey(FakeTenable.ACCESS_KEY, FakeTenable.SECRET_KEY);
    static final TenableLogin WRONG_KEY = new TenableLogin.ApiKey(FakeTenable.ACCESS_KEY, "wrong-secret");
    static final TenableLogin ACCOUNT = new TenableLogin.Account(FakeTenable.USER, FakeTenable.PASSWORD);
    static final TenableLogin WRONG_PASSWORD = new TenableLogin.Account(FakeTenable.USER, "wrong-password");

    final SetClock clock = new SetClock(NOW);
    // Making one takes longer than a call.
    final Transport transport = Transport.withoutRedirects(HttpSettings.DEFAULT.withRetry(RetrySettings.NEVER), clock);
    final LoginBudget budget = new MemoryLoginBudget();
    // Long enough for a loaded machine; tests that hang take a short one.
    Duration callTimeout = Duration.ofSeconds(20);
    FakeTenable tenable;

    @BeforeEach
    void start() throws IOException {
        tenable = new FakeTenable(clock);
    }

    @AfterEach
    void stop() {
        tenable.close();
    }

    TenableServer server(TenableLogin login) {
        return new TenableServer(tenable.address(), login, callTimeout, Duration.ofMinutes(2), Duration.ofDays(3));
    }

    TenableSource source(TenableLogin login) {
        return new TenableSource("nessus", server(login), transport, budget, clock);
    }

    TenableScans scans(TenableLogin login) {
        return new TenableScans(server(login), transport, budget, clock);
    }

    Look look(TenableSource source) {
        return source.look(clock.instant().minus(Duration.ofDays(3)), clock.instant());
    }

    Observation observe(TenableSource source) {
        return seen(look(source));
    }

    Observation observe() {
        return observe(source(KEY));
    }

    static Observation seen(Look look) {
        return look.fold(seen -> seen, blind -> {
            throw new AssertionError("blind: " + blind.reason() + " " + blind.howToFix());
        });
    }

    static Look.Blind blind(Look look) {
        return look.fold(
                seen -> {
                    throw new AssertionError("seen: " + seen);
                },
                blind -> blind);
    }

    static Subject subject(Observation observation, String id) {
        return observation.subjects().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no subject " + id + " in " + observation.subjects()));
    }

    static Run run(Observation observation, String id) {
        assertThat(observation.runs().stream().filter(each -> each.id().equals(id)))
                .as("runs %s", id)
                .hasSize(1);
        return observation.runs().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no run " + id));
    }

    static Component component(Observation observation, Component.Kind kind, String id) {
        return observation.components().stream()
                .filter(each -> each.kind() == kind && each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + id + " in " + observation.components()));
    }

    long asked(String start) {
        return tenable.calls().stream().filter(each -> each.startsWith(start)).count();
    }
}
