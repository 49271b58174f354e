package io.jenkins.plugins.qualysfargate.engine.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names a package across tools, in the form of the purl specification: {@code pkg:type/name@version}; one that exists
 * is a URL of that scheme with a type and a name.
 */
public record PackageUrl(String value) {
    private static final int LONGEST = 2048;
    // Possessive, so that a hostile text cannot make the match backtrack.
    private static final Pattern FORM = Pattern.compile(
            "pkg:[A-Za-z][A-Za-z0-9.+-]*+/+(?:[A-Za-z0-9._~!$'()*+,;:-]|%[0-9A-Fa-f]{2}|@(?=[A-Za-z0-9]))"
                    + "(?:[A-Za-z0-9._~!$'()*+,;:@/?=&#-]|%[0-9A-Fa-f]{2})*+");

    /** @throws IllegalArgumentException if the text is no package URL of up to 2,048 characters */
    public PackageUrl {
        if (!isForm(value)) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a package URL: pkg:type/name is expected, in ASCII and percent-encoded");
        }
    }

    /** Reads a package URL; empty if the text is none. */
    public static Optional<PackageUrl> parse(String text) {
        return isForm(text) ? Optional.of(new PackageUrl(text)) : Optional.empty();
    }

    /**
     * The package URL of an image, by the definition of the type {@code oci}: its last name, its digest, and where it was.
     *
     * @param withRegistry false if the registry is only assumed; then it is not named
     */
    public static PackageUrl ofImage(
            ImageReference name, Digest digest, @Nullable Platform platform, boolean withRegistry) {
        String repository = name.repository();
        StringBuilder url = new StringBuilder("pkg:oci/")
                .append(repository.substring(repository.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .append('@')
                .append(encoded(digest.value()));
        // Qualifiers stand in the order of their names.
        String separator = qualify(url, "?", "arch", platform == null ? null : platform.architecture());
        separator = qualify(url, separator, "repository_url", withRegistry ? name.name() : null);
        qualify(url, separator, "tag", name.tag());
        return new PackageUrl(url.toString());
    }

    private static String qualify(StringBuilder url, String separator, String key, @Nullable String value) {
        if (value == null) {
            return separator;
        }
        url.append(separator).append(key).append('=').append(encoded(value));
        return "&";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean isForm(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
