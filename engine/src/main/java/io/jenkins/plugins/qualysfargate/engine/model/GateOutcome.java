package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.List;

/** The answer of one run over one or more images: one verdict each and one in all. */
public record GateOutcome(List<JudgedImage> images) {
    public GateOutcome {
        images = List.copyOf(images);
    }

    /** The worst verdict; a run over no image at all is indeterminate. */
    public VerdictKind verdict() {
        return VerdictKind.worst(
                images.stream().map(image -> image.verdict().kind()).toList());
    }

    /** One sentence for people: the reason of the image that decides. */
    public String reason() {
        VerdictKind worst = verdict();
        return images.stream()
                .filter(image -> image.verdict().kind() == worst)
                .findFirst()
                .map(image -> images.size() == 1
                        ? image.verdict().reason()
                        : image.displayName() + ": " + image.verdict().reason())
                .orElse("No image was given, so nothing was judged.");
    }
}
