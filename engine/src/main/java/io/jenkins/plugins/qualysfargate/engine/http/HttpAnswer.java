package io.jenkins.plugins.qualysfargate.engine.http;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** A whole answer to a call, of any status. Headers and body come from outside and are hostile. */
public record HttpAnswer(int status, HttpHeaders headers, Body body) {

    /** The first header of this name, in any case. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** True for the statuses 200 to 299. */
    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** The status only; the body may hold secrets. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
