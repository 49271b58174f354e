package io.jenkins.plugins.qualysfargate.engine.sweep;

import java.util.List;

/**
 * A part of what a registry holds.
 *
 * @param problems what could not be looked at, a sentence each that names it and says what to do
 */
public record CataloguePage(List<CatalogueImage> images, List<String> problems) {
    public CataloguePage {
        images = List.copyOf(images);
        problems = List.copyOf(problems);
    }
}
