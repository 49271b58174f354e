package io.jenkins.plugins.qualysfargate.engine.threat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KevReaderTest {
    static final String CATALOG = """
            {"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.01.21",
             "dateReleased": "2026-01-21T15:00:03.1234Z", "count": 2,
             "vulnerabilities": [
              {"cveID": "CVE-2021-44228", "vendorProject": "Apache", "notes": {"a": [1, 2]}, "cwes": ["CWE-20"]},
              {"vendorProject": "XZ", "cveID": "CVE-2024-3094"}]}
            """;

    private static FeedReading<KevCatalog> read(String json) {
        return KevReader.read("kev.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String problem(FeedReading<?> reading) {
        return reading.fold(loaded -> "", FeedReading.Unusable::problem);
    }

    @Test
    void shouldReadTheCatalogue() {
        KevCatalog catalog = read(CATALOG).fold(FeedReading.Loaded::feed, unusable -> {
            throw new AssertionError(unusable.problem());
        });

        assertThat(catalog.cves()).containsOnly("CVE-2021-44228", "CVE-2024-3094");
        assertThat(catalog.contains("CVE-2021-44228")).isTrue();
        assertThat(catalog.contains("CVE-2021-44229")).isFalse();
        assertThat(catalog.released()).isEqualTo(Instant.parse("2026-01-21T15:00:03.123400Z"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                          | not one JSON object",
                "<html>                                                      | not complete JSON",
                "[]                                                          | not one JSON object",
                "{}                                                          | lists no vulnerability",
                "{\"dateReleased\":\"2026-01-21T15:00:03Z\",\"vulnerabilities\":[]} | lists no vulnerability",
                "{\"vulnerabilities\":[{\"cveID\":\"CVE-2024-3094\"}]}          | no dateReleased",
                "{\"vulnerabilities\":[{\"cveID\":\"CVE-2024-3094\"}]} x        | not complete JSON",
                "{\"vulnerabilities\":[{\"cveID\":\"CVE-2024-3094\"}]} 1        | something follows its end",
                "{\"vulnerabilities\":[{\"cveID\":\"log4shell\"}]}              | vulnerability 1 has no CVE id",
                "{\"vulnerabilities\":[{\"name\":\"x\"}]}                       | vulnerability 1 has no CVE id",
                "{\"vulnerabilities\":[7]}                                   | is no object",
                "{\"vulnerabilities\":{}}                                    | are no list",
                "{\"count\":3,\"vulnerabilities\":[{\"cveID\":\"CVE-2024-3094\"}]} | announces 3 vulnerabilities and lists 1",
                "{\"dateReleased\":\"yesterday\"}                            | dateReleased is no time",
                "{\"vulnerabilities\":[],\"vulnerabilities\":[]}              | Duplicate"
            })
    void shouldRefuseWhatIsNotTheWholeCatalogue(String json, String expected) {
        assertThat(problem(read(json)))
                .startsWith("The threat feed kev.json could not be read: ")
                .contains(expected);
    }

    @Test
    void shouldRefuseEveryPrefix() {
        String complete = CATALOG.strip();
        for (int end = 0; end < complete.length(); end++) {
            assertThat(problem(read(complete.substring(0, end))))
                    .as("%d characters", end)
                    .isNotEmpty();
        }
    }

    @Test
    void shouldRefuseDeepNesting() {
        assertThat(problem(read("{\"a\":" + "[".repeat(100_000)))).contains("nesting depth");
    }
}
