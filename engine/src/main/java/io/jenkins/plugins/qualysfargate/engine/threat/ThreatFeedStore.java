package io.jenkins.plugins.qualysfargate.engine.threat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Brings in threat feeds from files and addresses. What was fetched is kept for a while, and used longer if a fetch fails. */
public final class ThreatFeedStore {
    private final FeedCache cache;

    /**
     * @param cacheDirectory made when it is first needed; one that only this user can write to
     * @param maxAge a fetched feed is fetched anew after a quarter of this time, and never used after all of it
     */
    public ThreatFeedStore(FeedTransport transport, Path cacheDirectory, Duration maxAge, Clock clock) {
        this.cache = new FeedCache(transport, cacheDirectory, maxAge, clock);
    }

    /** Loads what is asked for; a feed that cannot be had is missing in the answer and its problem is told. */
    public LoadedFeeds load(FeedSources sources) {
        List<String> problems = new ArrayList<>();
        KevCatalog kev = load(sources.kev(), KevReader::parse, problems);
        EpssScores epss = load(sources.epss(), EpssReader::parse, problems);
        return new LoadedFeeds(new ThreatFeeds(kev, epss), problems);
    }

    private <T> @Nullable T load(@Nullable String source, FeedParser<T> parser, List<String> problems) {
        if (source == null) {
            return null;
        }
        String scheme = source.toLowerCase(Locale.ROOT);
        FeedReading<T> reading;
        if (scheme.startsWith("https://")) {
            reading = cache.load(source, parser, problems);
        } else if (scheme.contains("://")) {
            reading = new FeedReading.Unusable<>("The threat feed " + source
                    + " was not loaded: it is neither a file nor an https address. Use one of the two.");
        } else {
            reading = file(source, parser);
        }
        return reading.fold(FeedReading.Loaded::feed, unusable -> {
            problems.add(unusable.problem());
            return null;
        });
    }

    private static <T> FeedReading<T> file(String source, FeedParser<T> parser) {
        try (InputStream in = Files.newInputStream(Path.of(source))) {
            return FeedParser.read(source, in, parser);
        } catch (IOException | InvalidPathException e) {
            return new FeedReading.Unusable<>(
                    "The threat feed " + source + " could not be opened: " + e + ". Check the path.");
        }
    }
}
