package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.registry.PushLog.Remark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what a log tells, within bounds; what goes beyond them is told as well. */
final class PushedImages {
    private static final int MOST_REMARKS = 200;
    /** The names under which Go programs write Docker Hub. */
    private static final Set<String> DOCKER_HUB = Set.of("index.docker.io", "registry-1.docker.io");
    /** Signatures, attestations and bills of materials of cosign and ko carry the digest of their image as a tag. */
    private static final Pattern ATTACHED = Pattern.compile("sha256-[0-9a-f]{64}(?:\\.(?:sig|att|sbom))?+");

    private final List<ImageReference> images = new ArrayList<>();
    private final Set<ImageReference> known = new HashSet<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();
    private int line;
    private boolean dropped;
    private boolean droppedCertain;

    void nextLine() {
        line++;
    }

    int line() {
        return line;
    }

    /**
     * Takes what a tool says that it pushed.
     *
     * @param text an image reference; without tag and digest it is {@code latest}, as for all tools that print it so
     */
    void pushed(String text) {
        String name =
                text.startsWith("docker://") ? text.substring(9) : text.startsWith("//") ? text.substring(2) : text;
        try {
            add(hub(ImageReference.parse(name)));
        } catch (IllegalArgumentException noReference) {
            certain("Something was pushed as '" + ForeignText.quote(text)
                    + "', which is no image reference; name the image yourself.");
        }
    }

    /** The same with a digest that the tool says apart; the name may already hold it. */
    void pushed(String text, Digest digest) {
        int at = text.indexOf('@');
        pushed((at < 0 ? text : text.substring(0, at)) + "@" + digest);
    }

    private static ImageReference hub(ImageReference image) {
        return DOCKER_HUB.contains(image.registry())
                ? new ImageReference("docker.io", image.repository(), image.tag(), image.digest())
                : image;
    }

    private void add(ImageReference image) {
        String tag = image.tag();
        if (tag != null && ATTACHED.matcher(tag).matches()) {
            perhaps("Left out " + image + ": by its tag it is a signature or a bill of materials and no image.");
            return;
        }
        if (known.contains(image)) {
            return;
        }
        if (images.size() >= PushLog.MOST_IMAGES) {
            certain("The log names more than " + PushLog.MOST_IMAGES + " pushed images; the rest was not taken.");
            return;
        }
        if (!isKnownByDigest(image)) {
            List<ImageReference> replaced = images.stream()
                    .filter(earlier -> isSaidBetterBy(earlier, image))
                    .toList();
            images.removeAll(replaced);
            replaced.forEach(known::remove);
            images.add(image);
        }
        known.add(image);
    }

    /** A digest alone says nothing new where the same digest is known under a tag. */
    private boolean isKnownByDigest(ImageReference image) {
        return image.tag() == null
                && image.digest() != null
                && images.stream()
                        .anyMatch(each ->
                                each.name().equals(image.name()) && Objects.equals(each.digest(), image.digest()));
    }

    /** True for the same tag without its digest, and for the same digest without a tag. */
    private static boolean isSaidBetterBy(ImageReference earlier, ImageReference later) {
        if (later.digest() == null || later.tag() == null || !earlier.name().equals(later.name())) {
            return false;
        }
        return earlier.digest() == null
                ? Objects.equals(earlier.tag(), later.tag())
                : earlier.tag() == null && earlier.digest().equals(later.digest());
    }

    /** Something was pushed that is not among the images. */
    void certain(String message) {
        remark(line, true, message);
    }

    /** Something may have been pushed that is not among the images. */
    void perhaps(String message) {
        remark(line, false, message);
    }

    void remark(int at, boolean certain, String message) {
        if (told.contains(message)) {
            return;
        }
        if (remarks.size() >= MOST_REMARKS) {
            dropped = true;
            droppedCertain |= certain;
            return;
        }
        told.add(message);
        remarks.add(new Remark(at, certain, message));
    }

    /** A line that is not read is told if it might have been about a push. */
    void tooLong(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("push") || lower.contains("digest:")) {
            perhaps("Line " + line + " is longer than " + LogText.LONGEST_LINE
                    + " characters and was not read; if it tells of a push, name the image yourself.");
        }
    }

    PushLog result() {
        if (dropped) {
            remarks.add(new Remark(line, droppedCertain, "There is more to tell of this log than is listed here."));
        }
        return new PushLog(images, remarks);
    }

    /** The reference that a word is, if it names its registry and a tag or digest; null for any other word. */
    static @Nullable ImageReference complete(String word) {
        int slash = word.indexOf('/');
        if (slash <= 0) {
            return null;
        }
        try {
            ImageReference image = ImageReference.parse(word);
            boolean pinned = image.tag() != null || image.digest() != null;
            return pinned && word.startsWith(image.registry() + "/") ? image : null;
        } catch (IllegalArgumentException noReference) {
            return null;
        }
    }
}
