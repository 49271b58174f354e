package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the event that explains why an image is not analysed. */
final class FailureEvents {
    private final List<AnchoreEvent> newestFirst;

    private FailureEvents(List<AnchoreEvent> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /** Without any event if Anchore has none for this user: an explanation is missing then, and no fact. */
    static FailureEvents ask(AnchoreCalls calls) throws BlindException {
        try {
            return new FailureEvents(calls.events(EventQuery.ERRORS));
        } catch (AnchoreErrorException refused) {
            if (refused.forbidden() || refused.missing()) {
                return new FailureEvents(List.of());
            }
            throw refused;
        }
    }

    /** The newest one about this image; null if there is none. */
    @Nullable
    AnchoreEvent of(AnchoreImage image) {
        return newestFirst.stream()
                .filter(event -> isAbout(event, image))
                .findFirst()
                .orElse(null);
    }

    private static boolean isAbout(AnchoreEvent event, AnchoreImage image) {
        String about = event.resourceId();
        return about.equals(image.digest().value())
                || image.names().contains(about)
                || event.details().contains(image.digest().value());
    }
}
