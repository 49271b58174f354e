package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * podman, buildah and skopeo. "Writing manifest to image destination" (containers/image, copy/single.go) ends a pull, a
 * commit and a push alike and names nothing, so no image is taken from it; that it may have been a push is told, unless the
 * lines around it say that it was not. Where they name what they pushed, which is with more logging and in OpenShift, it is
 * "Successfully pushed docker://host/name:tag with digest sha256:…" or "Successfully pushed host/name@sha256:…" (buildah,
 * cmd/buildah/push.go).
 */
final class ContainersPush implements PushTool {
    private static final String WRITTEN = "Writing manifest to image destination";
    private static final String PUSHED = "Successfully pushed ";
    private static final String WITH_DIGEST = " with digest ";
    /** Pulls of podman and buildah, steps and commits of a build. */
    private static final List<String> LOCAL = List.of("Trying to pull ", "STEP ", "COMMIT ");

    private static final Pattern IMAGE_ID = Pattern.compile("[0-9a-f]{64}");

    private boolean local;
    private int unnamed;

    @Override
    public boolean read(String line, PushedImages found) {
        if (line.contains(WRITTEN)) {
            tell(found);
            unnamed = local ? 0 : found.line();
            local = false;
            return true;
        }
        int pushed = LogText.after(line, PUSHED);
        if (pushed >= 0) {
            return named(line, pushed, found);
        }
        String bare = LogText.bare(line);
        if (LOCAL.stream().anyMatch(bare::startsWith)) {
            local = true;
        } else if (bare.startsWith("Error")) {
            local = false;
        } else if (IMAGE_ID.matcher(bare).matches()) {
            // Only pulls and commits print the image's id.
            unnamed = 0;
        }
        return false;
    }

    private boolean named(String line, int at, PushedImages found) {
        String name = LogText.word(line, at);
        if (name.indexOf('/') < 0) {
            return false;
        }
        int digest = line.indexOf(WITH_DIGEST, at);
        Optional<Digest> said =
                digest < 0 ? Optional.empty() : Digest.parse(LogText.word(line, digest + WITH_DIGEST.length()));
        said.ifPresentOrElse(each -> found.pushed(name, each), () -> found.pushed(name));
        unnamed = 0;
        return true;
    }

    private void tell(PushedImages found) {
        if (unnamed > 0) {
            found.remark(
                    unnamed,
                    false,
                    "podman, buildah or skopeo wrote an image on line " + unnamed
                            + " and did not say where to; if it was a push, name the image yourself.");
        }
    }

    @Override
    public void end(PushedImages found) {
        tell(found);
    }
}
