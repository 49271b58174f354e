package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin;

import com.sun.net.httpserver.HttpExchange;
import java.util.regex.Pattern;

/** What can be asked. */
public enum Operation {
    SYSTEM("GET /rest/system"),
    LOGIN("POST /rest/token"),
    LOGOUT("DELETE /rest/token"),
    DEFINITIONS("GET /rest/scan"),
    DEFINITION("GET /rest/scan/[0-9]+"),
    LAUNCH("POST /rest/scan/[0-9]+/launch"),
    RESULTS("GET /rest/scanResult"),
    RESULT("GET /rest/scanResult/[0-9]+"),
    CONTROL("POST /rest/scanResult/[0-9]+/(?:pause|resume|stop)"),
    ZONES("GET /rest/zone"),
    STATUS("GET /rest/status"),
    FEED("GET /rest/feed");

    private final Pattern request;

    Operation(String request) {
        this.request = Pattern.compile(request);
    }

    static Operation of(HttpExchange exchange) {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        for (Operation each : values()) {
            if (each.request.matcher(request).matches()) {
                return each;
            }
        }
        throw new IllegalArgumentException("Nobody asks Tenable.sc for " + request);
    }
}
