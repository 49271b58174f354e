package io.jenkins.plugins.qualysfargate.jenkins.words;

import java.io.IOException;
import java.io.OutputStream;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** JSON as an answer to a program: kept by no cache, and taken by no browser for anything else. */
public final class JsonAnswer implements HttpResponse {
    private final Content content;

    public JsonAnswer(Content content) {
        this.content = content;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        content.writeTo(response.getOutputStream());
    }

    /** Writes the JSON as UTF-8. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
