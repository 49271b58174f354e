package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code docker buildx build --push} and other front ends of BuildKit: "pushing manifest for host/name:tag@sha256:…", and
 * without tag and digest for {@code push-by-digest=true} (buildkit, util/push/push.go); the digest then stands in "exporting
 * manifest list sha256:…" or "exporting manifest sha256:…" of the same step (exporter/containerimage/writer.go). A terminal
 * cuts lines at its width. {@code imagetools create} calls its step "[internal] pushing host/name:tag" and writes "pushing
 * sha256:… to host/name:tag" in it, and the docker driver "pushing host/name:tag with docker" (buildx,
 * commands/imagetools/create.go and build/build.go).
 */
final class BuildKitPush implements PushTool {
    private static final String MANIFEST = "pushing manifest for ";
    private static final String INTERNAL = "[internal] pushing ";
    private static final String LIST = "exporting manifest list ";
    private static final String SINGLE = "exporting manifest ";
    private static final Pattern STEP = Pattern.compile("#[0-9]{1,9}+(?= )");
    private static final Pattern BY_DIGEST = Pattern.compile("(?<![^\\s])pushing (sha256:[0-9a-f]{64}) to (\\S++)");
    private static final Pattern BY_DOCKER = Pattern.compile("(?<![^\\s\"])pushing (\\S++) with docker(?![^\\s\"])");
    private static final int MOST_STEPS = 10_000;

    /** What each step exported: a list or, if it was alone, a manifest; null for several manifests without a list. */
    private final Map<String, @Nullable Digest> exported = new HashMap<>();

    @Override
    public boolean read(String line, PushedImages found) {
        int manifest = LogText.after(line, MANIFEST);
        if (manifest >= 0) {
            manifest(LogText.word(line, manifest), step(line), found);
            return true;
        }
        if (line.contains("exporting ")) {
            export(line);
        }
        return line.contains("pushing ") && (byDigest(line, found) || byDocker(line, found) || internal(line, found));
    }

    private void manifest(String name, String step, PushedImages found) {
        int at = name.indexOf('@');
        Digest digest = exported.get(step);
        if (at >= 0) {
            String tagged = name.substring(0, at);
            Optional<Digest> said = Digest.parse(name.substring(at + 1));
            // What was cut off was the digest; the name before it is whole.
            said.ifPresentOrElse(each -> found.pushed(tagged, each), () -> found.pushed(tagged));
        } else if (digest != null && name.lastIndexOf(':') <= name.lastIndexOf('/')) {
            found.pushed(name, digest);
        } else {
            found.certain("BuildKit pushed to " + ForeignText.quote(name)
                    + ", and no line says with which tag or digest; name the image yourself.");
        }
    }

    private void export(String line) {
        String step = step(line);
        if (line.contains("exporting to image")) {
            exported.remove(step);
            return;
        }
        int list = LogText.after(line, LIST);
        int single = LogText.after(line, SINGLE);
        Optional<Digest> digest = Digest.parse(LogText.word(line, list >= 0 ? list : Math.max(single, 0)));
        if (digest.isEmpty() || (exported.size() >= MOST_STEPS && !exported.containsKey(step))) {
            return;
        }
        if (list >= 0 || !exported.containsKey(step)) {
            exported.put(step, digest.get());
        } else if (!digest.get().equals(exported.get(step))) {
            exported.put(step, null);
        }
    }

    private static boolean byDigest(String line, PushedImages found) {
        Matcher matcher = BY_DIGEST.matcher(line);
        if (!matcher.find()) {
            return false;
        }
        found.pushed(LogText.word(matcher.group(2), 0), new Digest(matcher.group(1)));
        return true;
    }

    private static boolean byDocker(String line, PushedImages found) {
        Matcher matcher = BY_DOCKER.matcher(line);
        if (!matcher.find()) {
            return false;
        }
        found.pushed(LogText.word(matcher.group(1), 0));
        return true;
    }

    private static boolean internal(String line, PushedImages found) {
        int at = LogText.after(line, INTERNAL);
        if (at < 0) {
            return false;
        }
        found.pushed(LogText.word(line, at));
        return true;
    }

    /** The number of the step in plain output; empty in any other. */
    private static String step(String line) {
        Matcher matcher = STEP.matcher(LogText.bare(line));
        return matcher.lookingAt() ? matcher.group() : "";
    }
}
