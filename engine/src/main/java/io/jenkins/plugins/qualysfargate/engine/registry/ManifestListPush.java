package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import org.jspecify.annotations.Nullable;

/**
 * {@code docker manifest push}: "Pushed ref host/name@sha256:… with digest: sha256:…" for each image of the list, all of the
 * list's own repository, then the digest of the list alone on a line (docker/cli, cli/command/manifest/push.go).
 */
final class ManifestListPush implements PushTool {
    private static final String PART = "Pushed ref ";

    private @Nullable String repository;

    @Override
    public boolean read(String line, PushedImages found) {
        int part = LogText.after(line, PART);
        if (part >= 0) {
            String name = LogText.word(line, part);
            found.pushed(name);
            repository = name.substring(0, Math.max(0, name.indexOf('@')));
            return true;
        }
        String list = repository;
        String bare = list == null ? "" : LogText.bare(line);
        if (list == null || !bare.startsWith("sha256:")) {
            return false;
        }
        Digest.parse(bare).ifPresent(digest -> {
            found.pushed(list, digest);
            repository = null;
        });
        return true;
    }

    @Override
    public void end(PushedImages found) {
        if (repository != null) {
            found.perhaps("docker manifest push began to push a list of images to "
                    + ForeignText.quote(repository)
                    + ", and no line says with which digest it ended; if it did not fail, name the image yourself.");
        }
    }
}
