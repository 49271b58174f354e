package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import org.jspecify.annotations.Nullable;

/**
 * Chooses images by name: {@code *} stands for any characters, {@code ?} for one. A glob with a slash is held against
 * {@code registry/repository} (which Docker Hub's images may leave out), one without against the last part of the
 * repository; what follows a colon is held against the tag.
 *
 * @param tag null if any tag, or none, will do
 */
public record NameGlob(String place, @Nullable String tag) {
    private static final String HUB = "docker.io/";
    private static final String OFFICIAL = "docker.io/library/";

    /** @throws IllegalArgumentException if the text is empty or longer than an image reference may be */
    public static NameGlob parse(String text) {
        if (text.isEmpty() || text.length() > ImageName.LONGEST) {
            throw new IllegalArgumentException(
                    "'" + BoundedText.cut(text, 100) + "' is not an image name pattern: 1 to " + ImageName.LONGEST
                            + " characters are expected, for example payments-* or registry.example/app:1.*");
        }
        int colon = text.lastIndexOf(':');
        return colon > text.lastIndexOf('/')
                ? new NameGlob(text.substring(0, colon), text.substring(colon + 1))
                : new NameGlob(text, null);
    }

    /** True if an image of this place is meant, whatever its tag. */
    public boolean matchesPlace(String wholePlace) {
        if (place.indexOf('/') < 0) {
            return matches(place, wholePlace.substring(wholePlace.lastIndexOf('/') + 1));
        }
        return matches(place, wholePlace)
                || (wholePlace.startsWith(HUB) && matches(place, wholePlace.substring(HUB.length())))
                || (wholePlace.startsWith(OFFICIAL) && matches(place, wholePlace.substring(OFFICIAL.length())));
    }

    /** True if an image with this tag is meant; null is one that has none. */
    public boolean matchesTag(@Nullable String actual) {
        return tag == null || (actual != null && matches(tag, actual));
    }

    /** True if the text as a whole is what the glob describes. */
    public static boolean matches(String glob, String text) {
        // By hand, because a regular expression made of many stars takes polynomial time on a hostile name.
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < text.length()) {
            if (at < glob.length() && glob.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < glob.length() && (glob.charAt(at) == '?' || glob.charAt(at) == text.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < glob.length() && glob.charAt(at) == '*') {
            at++;
        }
        return at == glob.length();
    }
}
