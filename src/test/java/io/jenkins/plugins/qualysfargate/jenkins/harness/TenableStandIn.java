package io.jenkins.plugins.qualysfargate.jenkins.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Tenable.sc on 127.0.0.1: scans that are due once a day, their runs, one zone with two scanners, and a door with a key. */
public final class TenableStandIn implements AutoCloseable {
    public static final String ACCESS_KEY = "0a1b2c3d-access";
    public static final String SECRET_KEY = "0a1b2c3d-s3cret-nobody-may-read";
    private static final DateTimeFormatter ICAL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();
    private final Map<String, ObjectNode> results = new LinkedHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private volatile boolean scannersDown;

    private TenableStandIn(HttpServer server) {
        this.server = server;
    }

    public static TenableStandIn start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TenableStandIn tenable = new TenableStandIn(http);
        http.createContext("/rest", tenable::handle);
        http.setExecutor(tenable.threads);
        http.start();
        return tenable;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A scan that is due every day at this time of the day. */
    public synchronized TenableStandIn define(String id, String name, Instant due) {
        ObjectNode node =
                node().put("id", id).put("name", name).putNull("description").put("status", "0");
        ObjectNode schedule = node.putObject("schedule");
        Instant start = due.minus(Duration.ofDays(30));
        schedule.put("type", "ical").put("start", "TZID=UTC:" + ICAL.format(start));
        schedule.put("repeatRule", "FREQ=DAILY;INTERVAL=1");
        schedule.put("nextRun", due.plus(Duration.ofDays(1)).getEpochSecond());
        node.putObject("zone").put("id", "1").put("name", "ALC_Prod_WDC06_SZ").put("description", "");
        node.putObject("repository").put("id", "1").put("name", "Default");
        node.putObject("policy").put("id", "1000001").put("name", "Full Safe Scan");
        node.put("maxScanTime", "3600").put("timeoutAction", "import").put("rolloverType", "template");
        node.put("numDependents", "0").put("canUse", "true").put("canManage", "true");
        node.put("createdTime", "1545177469").put("modifiedTime", "1545177469");
        definitions.put(id, node);
        return this;
    }

    /** A run that began then, took ten minutes and ended so, for example {@code Completed} or {@code Partial}. */
    public synchronized TenableStandIn run(String definition, Instant created, String ending) {
        String id = String.valueOf(results.size() + 101);
        Instant end = created.plus(Duration.ofMinutes(10));
        String name = definitions.get(definition).get("name").asText();
        ObjectNode node = node().put("id", id).put("name", name).putNull("description");
        node.put("status", ending).put("importStatus", "Finished").put("running", "false");
        node.put("resultType", "active").put("createdTime", epoch(created));
        node.put("startTime", epoch(created)).put("finishTime", epoch(end));
        node.put("totalIPs", "2048").put("scannedIPs", "2048");
        node.put("errorDetails", ending.equals("Error") ? "Scan failed." : "").put("importErrorDetails", "");
        node.putObject("scan").put("id", definition).put("name", name).put("description", "");
        ObjectNode progress = node.putObject("progress");
        progress.put("totalIPs", "2048").put("completedChecks", "209686528").put("scannedIPs", "192.0.2.1-192.0.2.49");
        progress.put("scannedSize", 49).put("scanningSize", 0).put("deadHostSize", 1999);
        progress.put("runState", "Stopped").put("status", ending);
        results.put(id, node);
        return this;
    }

    /** Answers nothing but errors from now on, or answers again. */
    public void down(boolean is) {
        down = is;
    }

    /** Whether both scanners of the zone are. */
    public void scannersDown(boolean are) {
        scannersDown = are;
    }

    public List<String> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        calls.add(exchange.getRequestMethod() + " " + path);
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("X-APIKey"));
        if (down) {
            reply(exchange, 500, error(1, "Down."));
        } else if (!key.equals("accessKey=" + ACCESS_KEY + "; secretKey=" + SECRET_KEY)) {
            reply(exchange, 403, error(12, "This request contains an invalid token."));
        } else {
            reply(exchange, 200, envelope(answer(path), 0, ""));
        }
    }

    private synchronized JsonNode answer(String path) {
        String[] parts = path.split("/");
        return switch (parts[2]) {
            case "scan" -> parts.length > 3 ? definitions.get(parts[3]) : twice(definitions, false);
            case "scanResult" -> parts.length > 3 ? results.get(parts[3]) : twice(results, true);
            case "zone" -> zones();
            case "status" ->
                node().put("jobd", "Running")
                        .put("licenseStatus", "Valid")
                        .put("PluginSubscriptionStatus", "Valid")
                        .put("activeIPs", "46")
                        .put("licensedIPs", "102400");
            case "feed" -> feeds();
            default -> node().put("version", "5.8.0").put("sessionTimeout", "3600");
        };
    }

    private JsonNode twice(Map<String, ObjectNode> all, boolean withoutProgress) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode each : all.values()) {
            ObjectNode copy = each.deepCopy();
            list.add(withoutProgress ? copy.without("progress") : copy);
        }
        ObjectNode both = node();
        both.set("usable", list);
        both.set("manageable", list.deepCopy());
        return both;
    }

    private JsonNode zones() {
        ArrayNode zones = JsonNodeFactory.instance.arrayNode();
        ObjectNode zone = zones.addObject()
                .put("id", "1")
                .put("name", "ALC_Prod_WDC06_SZ")
                .put("ipList", "192.0.2.0/24");
        ArrayNode scanners = zone.putArray("scanners");
        for (int i = 1; i <= 2; i++) {
            scanners.addObject()
                    .put("id", String.valueOf(i))
                    .put("name", "prod-wdc06-infra-nessus-0" + i)
                    .put("status", scannersDown ? "256" : "1");
        }
        zone.put("activeScanners", scannersDown ? 0 : 2).put("totalScanners", 2);
        return zones;
    }

    private static JsonNode feeds() {
        ObjectNode feeds = node();
        for (String feed : List.of("sc", "active", "passive")) {
            feeds.putObject(feed)
                    .put("updateTime", epoch(Instant.now().minus(Duration.ofHours(6))))
                    .put("stale", "false")
                    .put("updateRunning", "false")
                    .put("subscriptionStatus", "Valid");
        }
        return feeds;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String epoch(Instant instant) {
        return String.valueOf(instant.getEpochSecond());
    }

    private static String error(int code, String message) {
        return envelope(JsonNodeFactory.instance.textNode(""), code, message);
    }

    private static String envelope(JsonNode response, int code, String message) {
        ObjectNode root = node().put("type", "regular");
        root.set("response", response);
        root.put("error_code", code).put("error_msg", message);
        root.putArray("warnings");
        return root.put("timestamp", Instant.now().getEpochSecond()).toString();
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
