package io.jenkins.plugins.qualysfargate.jenkins.push;

import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.List;
import java.util.Optional;

/** What a build has pushed inside of {@code withPushedImages}, as far as its log says. */
public final class PushedImages {
    private PushedImages() {}

    /** Each once, by digest where the log tells it; empty if there is none. */
    public static List<ImageReference> of(Run<?, ?> run) {
        return kept(run).map(PushedImagesAction::images).orElseGet(List::of);
    }

    /** A sentence for each push that is certain and not among the images; whoever relies on the images must know them. */
    public static List<String> missing(Run<?, ?> run) {
        return kept(run).map(PushedImagesAction::missing).orElseGet(List::of);
    }

    private static Optional<PushedImagesAction> kept(Run<?, ?> run) {
        return Optional.ofNullable(run.getAction(PushedImagesAction.class));
    }
}
