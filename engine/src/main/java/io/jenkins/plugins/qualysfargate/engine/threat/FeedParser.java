package io.jenkins.plugins.qualysfargate.engine.threat;

import java.io.IOException;
import java.io.InputStream;

/** Reads one kind of feed from its beginning to its end. */
@FunctionalInterface
interface FeedParser<T> {

    /** @throws IOException if the feed cannot be read to its end, or is not of its form */
    T parse(InputStream in) throws IOException;

    /** The same with a failure as a value. */
    static <T> FeedReading<T> read(String source, InputStream in, FeedParser<T> parser) {
        try {
            return new FeedReading.Loaded<>(parser.parse(in));
        } catch (IOException e) {
            return new FeedReading.Unusable<>("The threat feed " + source + " could not be read: " + e.getMessage()
                    + " Get it again from its publisher.");
        }
    }
}
