package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeTenable;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.Operation;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong with whichever call, the look is blind and says so. */
class TenableFailureTest extends TenableRig {
    private static final Map<Operation, String> ACTIONS = Map.of(
            Operation.SYSTEM, "begin a session",
            Operation.LOGIN, "log in as 'scan-watch'",
            Operation.DEFINITIONS, "list the scan definitions",
            Operation.RESULTS, "list the running scan results",
            Operation.RESULT, "get the progress of the scan result 101",
            Operation.ZONES, "list the scan zones",
            Operation.STATUS, "get the status of the system",
            Operation.FEED, "get the age of the feeds");

    private enum Fault {
        HANG("no whole answer came within"),
        HANG_IN_BODY("no whole answer came within"),
        CUT_OFF("bytes received"),
        LOST("no bytes"),
        FLOOD("larger than"),
        HTML_502("HTTP 502"),
        SIGN_ON_PAGE("no valid JSON"),
        EMPTY("no JSON object"),
        REDIRECT("HTTP 302"),
        NO_ENVELOPE("error_code"),
        WRONG_TYPE("is expected"),
        NULL("is expected"),
        ERROR_CODE("error_code 5 (It is broken.)"),
        ERROR_CODE_IN_500("error_code 5 (It is broken.)"),
        BUSY("HTTP 429");

        private final String says;

        Fault(String says) {
            this.says = says;
        }
    }

    @BeforeEach
    void define() {
        tenable.define("7", "x");
        tenable.run("7", NOW.minus(Duration.ofHours(5)), FakeCourse.GOOD);
    }

    static Stream<Arguments> everyFaultOfEveryOperation() {
        return ACTIONS.keySet().stream()
                .flatMap(operation -> Stream.of(Fault.values()).map(fault -> Arguments.of(operation, fault)));
    }

    @ParameterizedTest
    @MethodSource("everyFaultOfEveryOperation")
    void shouldBeBlindAndSayWhatWhereWhyAndWhatToDo(Operation operation, Fault fault) {
        fail(operation, fault);
        Look.Blind blind = blind(look(source(operation, fault)));
        assertThat(blind.sourceId()).isEqualTo("nessus");
        assertThat(blind.reason())
                .startsWith("Could not " + ACTIONS.get(operation))
                .contains(tenable.address().getAuthority())
                .contains(fault.says)
                .doesNotContain(FakeTenable.SECRET_KEY);
        assertThat(blind.howToFix()).isNotBlank();
        assertThat(blind.loginRefused()).isEqualTo(operation == Operation.LOGIN && fault == Fault.ERROR_CODE);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void shouldNotMindHowTheEndOfTheSessionFails(Fault fault) {
        fail(Operation.LOGOUT, fault);
        assertThat(observe(source(Operation.LOGOUT, fault)).subjects()).hasSize(1);
    }

    private void fail(Operation operation, Fault fault) {
        LoopbackServer server = tenable.server();
        switch (fault) {
            case HANG -> tenable.on(operation, server.hanging());
            case HANG_IN_BODY -> tenable.on(operation, server.hangingInBody());
            case CUT_OFF -> tenable.on(operation, LoopbackServer.cutting("{\"response\":"));
            case LOST -> tenable.loseAnswersOf(operation);
            case FLOOD -> tenable.on(operation, LoopbackServer.flooding());
            case HTML_502 -> answer(operation, 502, "<html><body>Bad gateway</body></html>");
            case SIGN_ON_PAGE -> answer(operation, 200, "<html><body>Please sign in</body></html>");
            case EMPTY -> answer(operation, 200, "");
            case REDIRECT -> tenable.on(operation, answering(302, Map.of("location", "https://sso.example/"), ""));
            case NO_ENVELOPE -> answer(operation, 200, "{\"response\":{}}");
            case WRONG_TYPE -> answer(operation, 200, "{\"response\":\"nothing\",\"error_code\":0}");
            case NULL -> answer(operation, 200, "{\"response\":null,\"error_code\":\"0\"}");
            case ERROR_CODE -> answer(operation, 200, broken());
            case ERROR_CODE_IN_500 -> answer(operation, 500, broken());
            case BUSY -> tenable.on(operation, answering(429, Map.of("retry-after", "30"), "slow down"));
        }
    }

    private static String broken() {
        return "{\"response\":\"\",\"error_code\":5,\"error_msg\":\"It is broken.\"}";
    }

    private void answer(Operation operation, int status, String body) {
        tenable.on(operation, answering(status, Map.of(), body));
    }

    /** Waits less long for an operation that hangs. */
    private TenableSource source(Operation operation, Fault fault) {
        boolean session =
                operation == Operation.SYSTEM || operation == Operation.LOGIN || operation == Operation.LOGOUT;
        boolean hangs = fault == Fault.HANG || fault == Fault.HANG_IN_BODY;
        Transport transport = call -> {
            String path = call.uri().getPath();
            boolean ends = operation == Operation.LOGOUT;
            boolean impatient =
                    hangs && path.equals(path(operation)) && call.method().equals("DELETE") == ends;
            return this.transport.send(impatient ? call.within(Duration.ofMillis(400)) : call);
        };
        return new TenableSource("nessus", server(session ? ACCOUNT : KEY), transport, budget, clock);
    }

    private static String path(Operation operation) {
        return switch (operation) {
            case SYSTEM -> "/rest/system";
            case LOGIN, LOGOUT -> "/rest/token";
            case DEFINITIONS -> "/rest/scan";
            case RESULTS -> "/rest/scanResult";
            case RESULT -> "/rest/scanResult/101";
            case ZONES -> "/rest/zone";
            case STATUS -> "/rest/status";
            case FEED -> "/rest/feed";
            case DEFINITION, LAUNCH, CONTROL -> throw new IllegalArgumentException(operation + " is no part of a look");
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "{}",
                "{\"usable\":{}}",
                "{\"usable\":[1]}",
                "{\"usable\":[],\"manageable\":\"none\"}",
                "{\"usable\":[{\"name\":\"no id\",\"createdTime\":\"1772600000\"}]}",
                "{\"usable\":[{\"id\":\"../../token\",\"createdTime\":\"1772600000\"}]}",
                "{\"usable\":[{\"id\":\"-1\",\"createdTime\":\"1772600000\"}]}",
                "{\"usable\":[{\"id\":\"1\"}]}",
                "{\"usable\":[{\"id\":\"1\",\"createdTime\":\"soon\"}]}",
                "{\"usable\":[{\"id\":\"1\",\"createdTime\":\"1772600000\",\"totalIPs\":\"many\"}]}",
                "{\"usable\":[{\"id\":\"1\",\"createdTime\":\"1772600000\",\"scan\":7}]}",
                "{\"usable\":[{\"id\":\"1\",\"createdTime\":\"1772600000\",\"status\":[\"Completed\"]}]}",
            })
    void shouldNeverTakeGarbageForAnEmptyList(String response) {
        answer(Operation.RESULTS, 200, "{\"response\":" + response + ",\"error_code\":0}");
        assertThat(blind(look(source(KEY))).reason()).contains("is expected");
    }

    @Test
    void shouldRefuseMoreResultsThanAnybodyHas() {
        String results = Stream.iterate(1, each -> each + 1)
                .limit(Fields.MOST_ITEMS + 1)
                .map(each -> "{\"id\":" + each + ",\"createdTime\":1772600000}")
                .collect(Collectors.joining(","));
        answer(Operation.RESULTS, 200, "{\"response\":{\"usable\":[" + results + "]},\"error_code\":0}");
        assertThat(blind(look(source(KEY))).reason()).contains("a list of at most 20000 items");
    }

    @Test
    void shouldTakeTheProgressOfAnotherResultForNone() {
        answer(
                Operation.RESULT,
                200,
                "{\"response\":{\"id\":\"102\",\"createdTime\":\"1772600000\"},\"error_code\":0}");
        assertThat(blind(look(source(KEY))).reason()).contains("the id 101 is expected");
    }

    @Test
    void shouldStillListAResultThatWasDeletedMeanwhile() {
        answer(Operation.RESULT, 403, "{\"response\":\"\",\"error_code\":147,\"error_msg\":\"does not exist\"}");
        assertThat(run(observe(), "101").reach().scanned()).isNull();
        assertThat(run(observe(), "101").reach().total()).isEqualTo(2048);
    }

    @Test
    void shouldEndALookThatTakesTooLongAndGoOnWithTheNext() {
        for (int i = 0; i < 30; i++) {
            tenable.run("7", NOW.minus(Duration.ofHours(10)).plusSeconds(i), FakeCourse.GOOD);
        }
        TenableServer quick =
                new TenableServer(tenable.address(), KEY, callTimeout, Duration.ofSeconds(3), Duration.ofDays(3));
        AtomicInteger progress = new AtomicInteger();
        Transport slow = call -> {
            if (call.uri().getPath().contains("scanResult/") && progress.incrementAndGet() == 20) {
                LockSupport.parkNanos(Duration.ofMillis(3200).toNanos());
            }
            return this.transport.send(call);
        };
        TenableSource source = new TenableSource("nessus", quick, slow, budget, clock);
        assertThat(blind(look(source)).reason()).contains("took longer than PT3S");
        assertThat(observe(source).runs())
                .hasSize(31)
                .allMatch(each -> each.reach().scanned() != null);
        assertThat(progress).hasValue(31);
    }

    @Test
    void shouldWaitAsLongAsABusyServerAsks() {
        AtomicInteger asked = new AtomicInteger();
        tenable.on(Operation.DEFINITIONS, exchange -> {
            boolean first = asked.incrementAndGet() == 1;
            LoopbackServer.reply(
                    exchange,
                    first ? 429 : 200,
                    Map.of("retry-after", "0"),
                    "{\"response\":{\"usable\":[]},\"error_code\":" + (first ? 1 : 0) + "}");
        });
        RetrySettings retry =
                new RetrySettings(3, Duration.ofMillis(10), Duration.ofSeconds(2), Duration.ofSeconds(20));
        Transport patient = Transport.withoutRedirects(HttpSettings.DEFAULT.withRetry(retry), clock);
        TenableSource source = new TenableSource("nessus", server(KEY), patient, budget, clock);
        // The envelope of this answer has no time, and the header has the time of this machine.
        assertThat(asked).hasValue(0);
        look(source);
        assertThat(asked).hasValue(2);
    }
}
