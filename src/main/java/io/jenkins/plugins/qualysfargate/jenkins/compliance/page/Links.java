package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses for the page. */
final class Links {
    private Links() {}

    /** Of the page about one scan, below the page of compliance. */
    static String subject(TrackKey key) {
        return "subject?monitor=" + encoded(key.monitorId()) + "&subject=" + encoded(key.subjectId());
    }

    /** An address that may be followed; null for whatever is no web address. */
    @CheckForNull
    static String outward(@CheckForNull String address) {
        boolean web = address != null && (address.startsWith("https://") || address.startsWith("http://"));
        return web ? address : null;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
