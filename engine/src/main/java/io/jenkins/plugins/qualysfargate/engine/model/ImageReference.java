package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an image stands, parsed once by the grammar of the distribution project: {@code registry/repository[:tag][@digest]}.
 *
 * @param registry host with optional port; {@code docker.io} where the text names none
 * @param tag null where the text names none; {@code latest} is never assumed together with a digest
 */
public record ImageReference(
        String registry,
        String repository,
        @Nullable String tag,
        @Nullable Digest digest) {
    private static final String DEFAULT_REGISTRY = "docker.io";
    private static final int LONGEST = 512;
    // The quantifiers are possessive so that a hostile name cannot make the match backtrack.
    private static final Pattern REGISTRY =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253})|\\[[0-9a-fA-F:]{2,45}])(?::[0-9]{1,5})?");
    private static final Pattern COMPONENT = Pattern.compile("[a-z0-9]++(?:(?:[._]|__|-++)[a-z0-9]++)*+");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    /** @throws IllegalArgumentException if a part breaks the grammar */
    public ImageReference {
        require(REGISTRY.matcher(registry).matches(), registry, "the registry is not host[:port]");
        require(repository.length() <= 255, repository, "the repository is longer than 255 characters");
        for (String component : repository.split("/", -1)) {
            require(
                    COMPONENT.matcher(component).matches(),
                    repository,
                    "a repository has lower-case letters, digits and single separators . _ - between them");
        }
        if (tag != null) {
            require(
                    TAG.matcher(tag).matches(),
                    tag,
                    "a tag has up to 128 letters, digits, _ . - and starts with none of . -");
        }
    }

    /**
     * Reads a reference as users type it.
     *
     * @throws IllegalArgumentException with the offending part, if the text is no reference
     */
    public static ImageReference parse(String text) {
        require(!text.isEmpty() && text.length() <= LONGEST, text, "a reference has 1 to " + LONGEST + " characters");
        String rest = text;
        Digest digest = null;
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = new Digest(rest.substring(at + 1));
            rest = rest.substring(0, at);
        }
        String tag = null;
        int colon = rest.lastIndexOf(':');
        if (colon > rest.lastIndexOf('/')) {
            tag = rest.substring(colon + 1);
            rest = rest.substring(0, colon);
        }
        int slash = rest.indexOf('/');
        if (slash > 0 && namesHost(rest.substring(0, slash))) {
            return new ImageReference(rest.substring(0, slash), rest.substring(slash + 1), tag, digest);
        }
        String repository = slash < 0 ? "library/" + rest : rest;
        return new ImageReference(DEFAULT_REGISTRY, repository, tag, digest);
    }

    private static boolean namesHost(String first) {
        return first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
    }

    private static void require(boolean holds, String value, String message) {
        if (!holds) {
            throw new IllegalArgumentException("'" + value + "' is not an image reference: " + message);
        }
    }

    /** The same place without tag and digest. */
    public String name() {
        return registry + "/" + repository;
    }

    /** This place pinned to one digest; the tag is dropped, because the digest alone decides. */
    public ImageReference at(Digest pinned) {
        return new ImageReference(registry, repository, null, pinned);
    }

    @Override
    public String toString() {
        return name() + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }
}
