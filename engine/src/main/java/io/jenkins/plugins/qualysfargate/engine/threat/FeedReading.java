package io.jenkins.plugins.qualysfargate.engine.threat;

import java.util.function.Function;

/**
 * What reading a feed gave: the whole feed, or why there is none. Half a feed is none.
 *
 * @param <T> the feed
 */
public sealed interface FeedReading<T> {

    /** The feed was read to its end. */
    record Loaded<T>(T feed) implements FeedReading<T> {}

    /**
     * There is no feed to rely on.
     *
     * @param problem what was attempted, on what, why it failed, and what to do
     */
    record Unusable<T>(String problem) implements FeedReading<T> {}

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <R> R fold(
            Function<? super Loaded<T>, ? extends R> loaded, Function<? super Unusable<T>, ? extends R> unusable) {
        return this instanceof Loaded<T> it ? loaded.apply(it) : unusable.apply((Unusable<T>) this);
    }
}
