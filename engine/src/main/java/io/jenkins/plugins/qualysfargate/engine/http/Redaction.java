package io.jenkins.plugins.qualysfargate.engine.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes credentials out of text before a person or a log sees it: the known ones, and what looks like one. */
public final class Redaction {
    /** Knows no secret and goes by looks alone. */
    public static final Redaction BY_LOOKS = new Redaction(List.of());

    private static final String MASK = "****";
    // Anything shorter would blank out ordinary words.
    private static final int SHORTEST_SECRET = 4;
    private static final Pattern HEADER =
            Pattern.compile("(?i)\\b((?:proxy-)?authorization\\s*[:=]\\s*)(?:(?:basic|bearer)\\s+)?[^\\s,;]+");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}+");
    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s]{1,512}@");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([?&](?:[a-z_-]*token|password|secret|sig|signature|x-amz-[a-z-]+|key)=)[^&\\s\"']+");
    private static final Pattern WEB_TOKEN =
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{4,}+(?:\\.[A-Za-z0-9_-]*+)?");

    private final List<String> secrets;

    private Redaction(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Also takes out these texts and their Base64 form; texts under four characters are ignored. */
    public static Redaction of(Collection<String> secrets) {
        return new Redaction(secrets.stream()
                .filter(each -> each.length() >= SHORTEST_SECRET)
                .flatMap(each ->
                        Stream.of(each, Base64.getEncoder().encodeToString(each.getBytes(StandardCharsets.UTF_8))))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** The text with every credential replaced by stars. */
    public String apply(String text) {
        String result = text;
        for (String secret : secrets) {
            result = result.replace(secret, MASK);
        }
        result = USER_INFO.matcher(result).replaceAll("://" + MASK + "@");
        result = HEADER.matcher(result).replaceAll("$1" + MASK);
        result = SCHEME.matcher(result).replaceAll("$1 " + MASK);
        result = PARAMETER.matcher(result).replaceAll("$1" + MASK);
        return WEB_TOKEN.matcher(result).replaceAll(MASK);
    }

    /** Scheme, host, port and path of an address; user information, query and fragment are left out. */
    public static String address(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + host + port + path;
    }
}
