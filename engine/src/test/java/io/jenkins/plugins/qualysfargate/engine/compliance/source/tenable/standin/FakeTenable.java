package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Tenable.sc on 127.0.0.1 that lives by the given clock: definitions, runs with their time line, zones, scanners, feeds,
 * sessions. Every operation can be made to fail, before or after it has done what it was asked to.
 */
public final class FakeTenable implements AutoCloseable {
    public static final String ACCESS_KEY = "0a1b2c3d4e5f-access";
    public static final String SECRET_KEY = "0a1b2c3d4e5f-s3cret";
    public static final String USER = "scan-watch";
    public static final String PASSWORD = "correct horse; battery";

    private final LoopbackServer server;
    private final Clock clock;
    private final FakeDoor door;
    private final FakeHealth health;
    private final FakeScans scans;
    private final Map<Operation, HttpHandler> faults = new ConcurrentHashMap<>();
    private final Set<Operation> lost = ConcurrentHashMap.newKeySet();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Duration ahead = Duration.ZERO;

    public FakeTenable(Clock clock) throws IOException {
        this.clock = clock;
        this.door = new FakeDoor(clock);
        this.health = new FakeHealth(clock);
        this.scans = new FakeScans(clock);
        this.server = LoopbackServer.start();
        server.on("/rest", this::handle);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Operation operation = Operation.of(exchange);
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        HttpHandler fault = faults.get(operation);
        if (fault != null) {
            fault.handle(exchange);
            return;
        }
        Reply reply = reply(operation, exchange);
        if (!lost.contains(operation)) {
            send(exchange, reply);
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", reply.contentType());
        headers.put("securitycenter", "5.8.0");
        if (!reply.cookie().isEmpty()) {
            headers.put("set-cookie", reply.cookie() + "; path=/; secure; HttpOnly");
        }
        long timestamp = clock.instant().plus(ahead).getEpochSecond();
        LoopbackServer.reply(exchange, reply.status(), headers, reply.json(timestamp));
    }

    private synchronized Reply reply(Operation operation, HttpExchange exchange) throws IOException {
        if (operation == Operation.SYSTEM) {
            return door.system();
        }
        if (operation == Operation.LOGIN) {
            return door.login(exchange);
        }
        Optional<Reply> refused = door.check(exchange);
        if (refused.isPresent()) {
            return refused.get();
        }
        Map<String, String> query = query(exchange);
        String[] path = exchange.getRequestURI().getPath().split("/");
        return switch (operation) {
            case SYSTEM, LOGIN -> throw new IllegalStateException("answered above");
            case LOGOUT -> door.logout(exchange);
            case DEFINITIONS -> scans.definitions(query);
            case DEFINITION -> scans.definition(path[3], query);
            case LAUNCH -> scans.launch(path[3]);
            case RESULTS -> scans.results(query);
            case RESULT -> scans.result(path[3], query);
            case CONTROL -> scans.control(path[3], path[4]);
            case ZONES -> health.zones();
            case STATUS -> health.status();
            case FEED -> health.feeds();
        };
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String text = exchange.getRequestURI().getQuery();
        for (String each : text == null ? new String[0] : text.split("&")) {
            query.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return query;
    }

    public URI address() {
        return server.uri("");
    }

    /** For faults that last until the test is over. */
    public LoopbackServer server() {
        return server;
    }

    /** Method and address of every call so far. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forgetCalls() {
        calls.clear();
    }

    /** Puts another behaviour in place of the sound one. */
    public FakeTenable on(Operation operation, HttpHandler fault) {
        faults.put(operation, fault);
        return this;
    }

    /** Does what it is asked to, and breaks the connection instead of saying so. */
    public FakeTenable loseAnswersOf(Operation operation) {
        lost.add(operation);
        return this;
    }

    /** Takes back every fault. */
    public FakeTenable repair() {
        faults.clear();
        lost.clear();
        return this;
    }

    public synchronized FakeDefinition define(String id, String name) {
        FakeDefinition definition = new FakeDefinition(id, name);
        scans.definitions.put(id, definition);
        return definition;
    }

    public synchronized void delete(String definitionId) {
        scans.definitions.remove(definitionId);
    }

    /** @return the id of the result */
    public synchronized String run(String scanId, Instant created, FakeCourse course) {
        FakeDefinition definition = scans.definitions.get(scanId);
        return scans.run(scanId, definition == null ? "Deleted" : definition.name(), created, course);
    }

    /** Of no definition. */
    public synchronized String runAlone(String name, Instant created, FakeCourse course) {
        return scans.run("-1", name, created, course);
    }

    public synchronized void deleteResult(String id) {
        scans.runs.remove(Integer.parseInt(id));
    }

    /** How what is launched from now on goes. */
    public synchronized void launchesGo(FakeCourse course) {
        scans.launched = course;
    }

    public synchronized int results() {
        return scans.runs.size();
    }

    public synchronized FakeTenable zone(String id, String name) {
        health.zone(id, name);
        return this;
    }

    public synchronized FakeTenable scanner(String zoneId, String name, long status) {
        health.scanner(zoneId, name, status);
        return this;
    }

    public synchronized void jobd(String word) {
        health.jobd = word;
    }

    public synchronized void stale(String feed, boolean is) {
        health.stale(feed, is);
    }

    /** How long ago it was updated. */
    public synchronized void age(String feed, Duration age) {
        health.age(feed, age);
    }

    /** As a user of an organisation sees it: not at all. */
    public synchronized void hideHealth() {
        health.hidden = true;
    }

    /** How far its clock is ahead of the given one. */
    public void ahead(Duration by) {
        ahead = by;
    }

    public synchronized void allowSessions(int most) {
        door.mostSessions = most;
    }

    public synchronized void endSessions() {
        door.endSessions();
    }

    public synchronized int openSessions() {
        return door.openSessions();
    }

    public synchronized int refusedLogins() {
        return door.refused;
    }

    public synchronized boolean locked() {
        return door.locked;
    }

    @Override
    public void close() {
        server.close();
    }
}
