package io.jenkins.plugins.qualysfargate.sidecar.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.jenkins.plugins.qualysfargate.sidecar.process.FakeProcesses;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationRuleTest {
    private static final int SELF = 99;

    private final FakeProcesses processes = new FakeProcesses()
            .with(1, 0, "/pause", "/pause")
            .with(10, 1, "/usr/bin/node", "node", "server.js")
            .with(11, 10, "/usr/bin/node", "node", "worker.js")
            .with(12, 11, "/bin/sh", "sh", "-c", "x")
            .with(20, 1, "/usr/bin/python3.11", "/usr/local/bin/gunicorn", "app")
            .with(30, 1, "/usr/bin/mongod", "mongod")
            .with(40, 1, "", "kthreadd")
            .with(SELF, 1, "/opt/java/bin/java", "java", "-jar", "sidecar.jar")
            .with(100, SELF, "/usr/bin/node", "node", "child of the sidecar");

    @ParameterizedTest
    @CsvSource({
        "node, 10",
        "/usr/bin/node, 10",
        "/bin/node, ",
        "no?e, 10",
        "python3*, 20",
        "gunicorn, 20",
        "mongod, 30",
        "go, ",
        "mongo, ",
        "ongod, ",
        "Node, ",
        "/usr/bin/*, 10 20 30",
        "/usr/*, ",
        "java, ",
        "kthreadd, ",
        "server.js, ",
    })
    void shouldFindWholeNamesOnly(String pattern, String pids) {
        assertThat(found(new ApplicationRule.Command(pattern))).isEqualTo(pids == null ? "" : pids);
    }

    @Test
    void shouldFindProcessById() {
        assertThat(found(new ApplicationRule.Pid(12))).isEqualTo("12");
        assertThat(found(new ApplicationRule.Pid(13))).isEmpty();
        assertThat(found(new ApplicationRule.Pid(SELF))).isEmpty();
        assertThat(found(new ApplicationRule.Pid(100))).isEmpty();
    }

    @Test
    void shouldFindOutermostListener() {
        assertThat(found(new ApplicationRule.Port(8080))).isEqualTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "*, abc, true",
        "*, '', true",
        "a*c, abbc, true",
        "a*c, abcb, false",
        "a*b*c, aXbYbZc, true",
        "a**, a, true",
        "?, '', false",
        "?, ab, false",
        "*, a/b, false",
        "a?b, a/b, false",
        "*/b, a/b, true",
        "*/*, a/b/c, false",
        "a.c, abc, false",
        "[a], a, false",
        "\\a, \\a, true",
        "'', a, false",
    })
    void shouldMatchPatterns(String pattern, String name, boolean matches) {
        assertThat(Glob.matches(pattern, name)).isEqualTo(matches);
    }

    @Test
    void shouldNotBeSlowedByPattern() {
        assertTimeout(Duration.ofSeconds(2), () -> Glob.matches("*a".repeat(500) + "b", "a".repeat(4000)));
    }

    private String found(ApplicationRule rule) {
        FindApplication find = new FindApplication(
                rule,
                processes,
                (port, among) -> port == 8080 && among.containsAll(List.of(10, 11)) ? Set.of(10, 11) : Set.of(),
                SELF);
        return String.join(
                " ", find.now().stream().sorted().map(each -> each.toString()).toList());
    }
}
