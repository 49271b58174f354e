package io.jenkins.plugins.qualysfargate.engine.sweep;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Walks through what a registry holds and says what the history has of it. It keeps a page of images at a time, so the
 * memory that it needs does not grow with the registry.
 */
public final class Sweep {
    private static final int MOST_PROBLEMS = 100;

    private final ImageCatalogue catalogue;
    private final History history;
    private final SweepRule rule;
    private final Clock clock;

    public Sweep(ImageCatalogue catalogue, History history, SweepRule rule, Clock clock) {
        this.catalogue = catalogue;
        this.history = history;
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * Looks at every image, and tells the action of each.
     *
     * @throws CatalogueUnavailableException if the registry does not say what it holds
     * @throws io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException if the history cannot be read;
     *     then nobody may take it that anything is current
     */
    public SweepOutcome run(CatalogueQuery query, SweepAction action) {
        Walk walk = new Walk(action);
        catalogue.pages(query, walk::read);
        walk.judge();
        action.finish();
        return walk.outcome();
    }

    private final class Walk {
        private final SweepAction action;
        private final ImageStandings standings = new ImageStandings(history, rule);
        private final Map<SweepState, Long> images = new EnumMap<>(SweepState.class);
        private final List<String> problems = new ArrayList<>();
        private final List<CatalogueImage> waiting = new ArrayList<>();
        private int wanted;
        private long problemCount;

        Walk(SweepAction action) {
            this.action = action;
        }

        void read(CataloguePage page) {
            for (String problem : page.problems()) {
                problemCount++;
                if (problems.size() < MOST_PROBLEMS) {
                    problems.add(problem);
                }
            }
            for (CatalogueImage image : page.images()) {
                waiting.add(image);
                wanted += image.scanned().size();
                // Small repositories share a question to the history.
                if (wanted >= ImageStandings.AT_ONCE) {
                    judge();
                }
            }
        }

        void judge() {
            List<ImageStanding> found =
                    standings.of(waiting.stream().map(CatalogueImage::expected).toList(), clock.instant());
            for (int i = 0; i < found.size(); i++) {
                ImageStanding standing = found.get(i);
                images.merge(standing.state(), 1L, Long::sum);
                action.found(new SweepFinding(waiting.get(i), standing.state(), standing.reason()));
            }
            waiting.clear();
            wanted = 0;
        }

        SweepOutcome outcome() {
            return new SweepOutcome(images, problems, problemCount);
        }
    }
}
