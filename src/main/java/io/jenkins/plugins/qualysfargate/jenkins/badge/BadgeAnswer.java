package io.jenkins.plugins.qualysfargate.jenkins.badge;

import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.badge.Badge;
import io.jenkins.plugins.qualysfargate.engine.badge.SvgBadge;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A badge as an answer: a picture that no browser takes for anything else, and nothing at all to those who have it. */
final class BadgeAnswer implements HttpResponse {
    /** In seconds: so long a badge may lag behind its job, and so often a page asks at most. */
    private static final int MAX_AGE = 60;

    private final String svg;
    private final boolean shared;

    /** @param shared true if everybody may see it, and caches between may keep it */
    BadgeAnswer(Badge badge, boolean shared) {
        this.svg = SvgBadge.render(badge);
        this.shared = shared;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        String tag = '"' + Util.getDigestOf(svg) + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", (shared ? "public" : "private") + ", max-age=" + MAX_AGE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        if (isKnown(tag, Collections.list(request.getHeaders("If-None-Match")))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
        response.setContentType("image/svg+xml;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** As RFC 9110, section 13.1.2, compares: a weak tag is as good as a strong one. */
    private static boolean isKnown(String tag, List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::trim)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
