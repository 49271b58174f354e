package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageCatalogue;
import java.util.List;

/** What registries in several places keep, by several patterns. */
final class AllCatalogues {
    private AllCatalogues() {}

    /** @param repositories patterns of repositories; empty for all */
    static ImageCatalogue of(List<ImageCatalogue> places, List<Glob> repositories) {
        return (query, reader) -> {
            for (ImageCatalogue place : places) {
                for (CatalogueQuery each : queries(query, repositories)) {
                    place.pages(each, reader);
                }
            }
        };
    }

    private static List<CatalogueQuery> queries(CatalogueQuery query, List<Glob> repositories) {
        return repositories.isEmpty()
                ? List.of(query)
                : repositories.stream()
                        .map(each -> new CatalogueQuery(
                                each.pattern(), query.untagged(), query.pushedSince(), query.platforms()))
                        .toList();
    }
}
