package io.jenkins.plugins.qualysfargate.jenkins.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real browser without a window, which says when a page did what; driven by the WebDriver protocol on loopback. */
final class Chromium implements AutoCloseable {
    private static final Pattern STARTED = Pattern.compile("started successfully on port ([0-9]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Looks from the very beginning of a page for the element of this selector, and waits until it is painted. */
    private static final String WATCH = """
            (() => {
              const watcher = new MutationObserver(() => {
                if (!document.querySelector("%s")) return;
                watcher.disconnect();
                requestAnimationFrame(() => setTimeout(() => { window.qualysPainted = performance.now(); }, 0));
              });
              watcher.observe(document, {childList: true, subtree: true});
            })();
            """;

    private static final String READ = """
            const page = performance.getEntriesByType("navigation")[0];
            const paint = performance.getEntriesByName("first-contentful-paint")[0];
            if (!page.loadEventEnd || !paint || !window.qualysPainted) return null;
            return {firstByte: page.responseStart, firstPaint: paint.startTime, load: page.loadEventEnd,
                    painted: window.qualysPainted, size: page.decodedBodySize};
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Chromium(Process driver, String address, Path profile) throws IOException, InterruptedException {
        this.driver = driver;
        ObjectNode wanted = JSON.createObjectNode();
        ObjectNode options = wanted.putObject("capabilities")
                .putObject("alwaysMatch")
                .put("browserName", "chrome")
                .putObject("goog:chromeOptions");
        List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1400,1000",
                        "--user-data-dir=" + profile)
                .forEach(options.withArray("args")::add);
        String id = send("POST", address + "/session", wanted).path("sessionId").asText();
        this.session = address + "/session/" + id;
    }

    /**
     * Starts browser and driver; the driver is {@code chromedriver} on the search path.
     *
     * @param profile an empty directory
     */
    static Chromium start(Path profile) throws IOException, InterruptedException {
        Process driver = new ProcessBuilder("chromedriver", "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return new Chromium(driver, "http://127.0.0.1:" + started.group(1), profile);
            }
        }
        throw new IOException("chromedriver ended before it listened. Is it of the same version as the browser?");
    }

    /** Opens a page and waits until the element of this selector is painted and everything is loaded. */
    PageTimes open(String address, String selector) throws IOException, InterruptedException {
        command("POST", "/url", JSON.createObjectNode().put("url", "about:blank"));
        ObjectNode watch = JSON.createObjectNode().put("cmd", "Page.addScriptToEvaluateOnNewDocument");
        watch.putObject("params").put("source", WATCH.formatted(selector.replace("\"", "\\\"")));
        String script =
                command("POST", "/goog/cdp/execute", watch).path("identifier").asText();
        command("POST", "/url", JSON.createObjectNode().put("url", address));
        PageTimes times = awaitTimes(address, selector);
        ObjectNode forget = JSON.createObjectNode().put("cmd", "Page.removeScriptToEvaluateOnNewDocument");
        forget.putObject("params").put("identifier", script);
        command("POST", "/goog/cdp/execute", forget);
        return times;
    }

    private PageTimes awaitTimes(String address, String selector) throws IOException, InterruptedException {
        ObjectNode read = JSON.createObjectNode().put("script", READ);
        read.putArray("args");
        for (int i = 0; i < 600; i++) {
            JsonNode times = command("POST", "/execute/sync", read);
            if (!times.isNull()) {
                return JSON.treeToValue(times, PageTimes.class);
            }
            Thread.sleep(50);
        }
        throw new IOException(address + " did not show \"" + selector + "\" within half a minute.");
    }

    /** Forgets every file of every page. */
    void clearCache() throws IOException, InterruptedException {
        ObjectNode clear = JSON.createObjectNode().put("cmd", "Network.clearBrowserCache");
        clear.putObject("params");
        command("POST", "/goog/cdp/execute", clear);
    }

    private JsonNode command(String method, String path, ObjectNode body) throws IOException, InterruptedException {
        return send(method, session + path, body);
    }

    private JsonNode send(String method, String address, ObjectNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        JsonNode answer =
                JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        if (answer.path("value").has("error")) {
            throw new IOException(method + " " + address + " failed: "
                    + answer.path("value").path("message").asText());
        }
        return answer.path("value");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        command("DELETE", "", JSON.createObjectNode());
        driver.destroy();
        driver.waitFor();
    }

    /**
     * Times since somebody followed the link, redirects included.
     *
     * @param firstByte of the page's own answer, in ms
     * @param firstPaint of any text, in ms
     * @param load of everything that the page itself names, in ms
     * @param painted when the element that was waited for was on the screen, in ms
     * @param size of the page's own answer, unpacked, in bytes
     */
    record PageTimes(double firstByte, double firstPaint, double load, double painted, double size) {}
}
