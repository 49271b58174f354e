package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;

/**
 * A line with nothing but a reference. {@code crane push} and {@code ko build} print "host/name@sha256:…"
 * (go-containerregistry, cmd/crane/cmd/push.go; ko, pkg/publish/default.go), {@code docker push --quiet} and ko with
 * {@code --tag-only} "host/name:tag" (docker/cli, cli/command/image/push.go). Other commands print a tag alone as well, so
 * where the shell shows its commands ("+ docker pull …") the last one decides whether it is taken or only told.
 */
final class BareReference implements PushTool {
    private static final String COMMAND = "+ ";

    private boolean shown;
    private boolean pushing;

    @Override
    public boolean read(String line, PushedImages found) {
        String bare = LogText.bare(line);
        if (bare.startsWith(COMMAND)) {
            shown = true;
            pushing = bare.contains(" push") || bare.contains(" ko ");
            return false;
        }
        if (bare.indexOf('/') < 0 || bare.indexOf(' ') >= 0) {
            return false;
        }
        ImageReference image = PushedImages.complete(bare);
        if (image == null) {
            return false;
        }
        if (image.digest() != null || pushing || !shown) {
            found.pushed(bare);
        } else {
            found.perhaps("A line holds nothing but " + image
                    + ", after a command that is no push; if it was pushed, name the image yourself.");
        }
        return true;
    }
}
