package io.jenkins.plugins.qualysfargate.engine.sweep;

import java.util.function.Consumer;

/** What a registry holds. */
@FunctionalInterface
public interface ImageCatalogue {

    /**
     * Hands out all of it that is asked for, page by page; a page is forgotten before the next one is fetched. What could
     * not be looked at is a problem of its page, so that the rest is looked at all the same.
     *
     * @throws CatalogueUnavailableException if nothing, or nothing more, can be looked at
     */
    void pages(CatalogueQuery query, Consumer<CataloguePage> reader);
}
