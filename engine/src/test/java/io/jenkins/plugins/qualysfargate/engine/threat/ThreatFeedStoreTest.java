package io.jenkins.plugins.qualysfargate.engine.threat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreatFeedStoreTest {
    private static final Instant START = Instant.parse("2026-01-22T00:00:00Z");
    private static final FeedSources KEV = new FeedSources("https://feeds.example/kev.json", null);

    @TempDir
    Path directory;

    private final FakeTransport transport = new FakeTransport();

    private LoadedFeeds load(FeedSources sources, Duration later) {
        Clock clock = Clock.fixed(START.plus(later), ZoneOffset.UTC);
        return new ThreatFeedStore(transport, directory.resolve("cache"), Duration.ofDays(4), clock).load(sources);
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
            return files.toList();
        }
    }

    @Test
    void shouldLoadFilesWithoutATransport() throws IOException {
        Path kev = Files.writeString(directory.resolve("kev.json"), KevReaderTest.CATALOG);
        Path epss = Files.write(directory.resolve("epss.csv.gz"), EpssReaderTest.packed(EpssReaderTest.SCORES));

        LoadedFeeds loaded = load(new FeedSources(kev.toString(), epss.toString()), Duration.ZERO);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.feeds().kev()).isNotNull();
        assertThat(loaded.feeds().epss()).isNotNull();
        assertThat(transport.asked).isEmpty();
    }

    @Test
    void shouldLoadNothingWhereNothingIsAskedFor() {
        assertThat(load(FeedSources.none(), Duration.ZERO)).isEqualTo(new LoadedFeeds(ThreatFeeds.none(), List.of()));
    }

    @Test
    void shouldTellOfAFileThatIsNotThereAndLoadTheOther() throws IOException {
        Path epss = Files.writeString(directory.resolve("epss.csv"), EpssReaderTest.SCORES);

        LoadedFeeds loaded = load(new FeedSources("no/such/kev.json", epss.toString()), Duration.ZERO);

        assertThat(loaded.feeds().kev()).isNull();
        assertThat(loaded.feeds().epss()).isNotNull();
        assertThat(loaded.problems()).singleElement().asString().contains("no/such/kev.json could not be opened");
    }

    @Test
    void shouldRefuseAddressesThatAreNotHttps() {
        LoadedFeeds loaded =
                load(new FeedSources("http://feeds.example/kev.json", "file:///etc/passwd"), Duration.ZERO);

        assertThat(loaded.feeds()).isEqualTo(ThreatFeeds.none());
        assertThat(loaded.problems()).hasSize(2).allMatch(it -> it.contains("neither a file nor an https address"));
        assertThat(transport.asked).isEmpty();
    }

    @Test
    void shouldFetchOnceAndAgainAfterAQuarterOfTheAgeLimit() throws IOException {
        load(KEV, Duration.ZERO);
        load(KEV, Duration.ofDays(1));
        assertThat(transport.asked).hasSize(1);

        LoadedFeeds refreshed = load(KEV, Duration.ofDays(1).plusSeconds(1));

        assertThat(transport.asked).hasSize(2);
        assertThat(refreshed.problems()).isEmpty();
        assertThat(cached()).hasSize(1);
    }

    @Test
    void shouldUseWhatWasFetchedBeforeOnlyWithinTheAgeLimit() {
        load(KEV, Duration.ZERO);
        transport.failure = new IOException("connection refused");

        LoadedFeeds within = load(KEV, Duration.ofDays(4));
        LoadedFeeds beyond = load(KEV, Duration.ofDays(4).plusSeconds(1));

        assertThat(within.feeds().kev()).isNotNull();
        assertThat(within.problems())
                .containsExactly(
                        "The threat feed https://feeds.example/kev.json could not be fetched: connection refused"
                                + " What was fetched before is used, because it is within the age limit.");
        assertThat(beyond.feeds().kev()).isNull();
        assertThat(beyond.problems())
                .singleElement()
                .asString()
                .contains("connection refused")
                .contains("give the feed as a file");
    }

    @Test
    void shouldNotUseACacheFromTheFuture() {
        load(KEV, Duration.ofDays(30));
        transport.failure = new IOException("connection refused");

        assertThat(load(KEV, Duration.ZERO).feeds().kev()).isNull();
    }

    @Test
    void shouldNotLetAMalformedAnswerIntoTheCache() throws IOException {
        transport.body = "<html>login</html>";

        assertThat(load(KEV, Duration.ZERO).feeds().kev()).isNull();
        assertThat(cached()).isEmpty();
    }

    @Test
    void shouldKeepTheCacheWhenARefreshIsMalformed() {
        load(KEV, Duration.ZERO);
        transport.body = KevReaderTest.CATALOG.substring(0, 200);

        assertThat(load(KEV, Duration.ofDays(2)).feeds().kev()).isNotNull();
    }

    @Test
    void shouldFetchAnewWhenTheCacheIsDamaged() throws IOException {
        load(KEV, Duration.ZERO);
        Path kept = cached().get(0);
        FileTime time = Files.getLastModifiedTime(kept);
        Files.writeString(kept, "{");
        Files.setLastModifiedTime(kept, time);

        assertThat(load(KEV, Duration.ofHours(1)).feeds().kev()).isNotNull();
        assertThat(transport.asked).hasSize(2);
    }

    @Test
    void shouldTellOfAnAddressThatIsNone() {
        LoadedFeeds loaded = load(new FeedSources("https://feeds example/kev", null), Duration.ZERO);

        assertThat(loaded.problems()).singleElement().asString().contains("could not be fetched");
    }

    /** Answers with one body, or fails. */
    private static final class FakeTransport implements FeedTransport {
        private final List<URI> asked = new ArrayList<>();
        private String body = KevReaderTest.CATALOG;
        private @Nullable IOException failure;

        @Override
        public InputStream open(URI address) throws IOException {
            asked.add(address);
            if (failure != null) {
                throw failure;
            }
            return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
