package io.jenkins.plugins.qualysfargate.jenkins.words;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A sentence as an answer to a program, as plain text that no browser takes for anything else. */
public final class PlainAnswer implements HttpResponse {
    private final int status;
    private final String message;

    private PlainAnswer(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** What was asked for cannot be meant. */
    public static HttpResponse badRequest(String message) {
        return new PlainAnswer(HttpServletResponse.SC_BAD_REQUEST, message);
    }

    /** What was asked for is not there. */
    public static HttpResponse notFound(String message) {
        return new PlainAnswer(HttpServletResponse.SC_NOT_FOUND, message);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().println(message);
    }
}
