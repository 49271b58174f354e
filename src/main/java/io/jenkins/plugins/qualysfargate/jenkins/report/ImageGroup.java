package io.jenkins.plugins.qualysfargate.jenkins.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One image with all its platforms.
 *
 * @param images one for each platform, in the order in which they were judged
 */
public record ImageGroup(List<ImageView> images) {
    public ImageGroup {
        images = List.copyOf(images);
    }

    /** The groups that have the worst verdicts first; images without a name stand alone. */
    static List<ImageGroup> of(List<ImageView> images) {
        Map<String, List<ImageView>> byName = new LinkedHashMap<>();
        for (ImageView image : images) {
            String key = image.isNamed() ? "name " + image.getName() : "number " + image.getNumber();
            byName.computeIfAbsent(key, name -> new ArrayList<>()).add(image);
        }
        return byName.values().stream()
                .map(ImageGroup::new)
                .sorted(Comparator.comparing((ImageGroup group) -> group.worst().kind())
                        .reversed())
                .toList();
    }

    /** The image that decides. */
    public ImageView worst() {
        return images.stream()
                .sorted(Comparator.comparing(ImageView::kind).reversed())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a group has at least one image"));
    }

    public boolean has(int number) {
        return images.stream().anyMatch(image -> image.getNumber() == number);
    }

    /** The image that a page shows of this group: the one that was chosen, or the worst. */
    public int shown(int selected) {
        return has(selected) ? selected : worst().getNumber();
    }
}
