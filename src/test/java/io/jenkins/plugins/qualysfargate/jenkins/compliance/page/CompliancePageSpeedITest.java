package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.jenkins.compliance.CheckStatus;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceRig;
import io.jenkins.plugins.qualysfargate.jenkins.harness.TenableStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The page over ten thousand scans. */
@WithJenkins
class CompliancePageSpeedITest {
    private static final Logger LOGGER = Logger.getLogger(CompliancePageSpeedITest.class.getName());
    private static final int SCANS = 10_000;

    private static final long MOST_MILLISECONDS = 300;

    /** Pages that read what is on record wait for whoever else reads it. */
    private static final long MOST_WITH_RECORDS = 900;

    @Test
    void shouldShowThePageOfTenThousandScansAtOnce(JenkinsRule jenkins) throws Exception {
        try (TenableStandIn tenable = TenableStandIn.start()) {
            for (int i = 1; i <= SCANS; i++) {
                String id = String.valueOf(i);
                tenable.define(id, "ALC_Prod_WDC06_" + i + "_private_import", ComplianceRig.DUE);
                if (i % 50 == 0) {
                    // Each is asked for by itself; of the others nobody can tell, which costs the page no less.
                    tenable.run(id, ComplianceRig.DUE, i % 100 == 0 ? "Error" : "Completed");
                }
            }
            ComplianceConfiguration.get().setEnabled(false);
            ComplianceRig.configure(ComplianceRig.file(tenable));
            CheckStatus status = ComplianceRig.look();
            assertThat(status.outcome().standings()).as("%s", status).hasSize(SCANS);

            for (String view : List.of("", "?q=_777", "?show=failing", "incidents", "calendar", "audit")) {
                URI address = URI.create(jenkins.getURL() + "qualys-compliance/" + view);
                HttpClient browser = HttpClient.newHttpClient();
                get(browser, address);
                get(browser, address);
                long median = LongStream.range(0, 9)
                        .map(each -> get(browser, address))
                        .sorted()
                        .skip(4)
                        .findFirst()
                        .orElseThrow();
                LOGGER.log(Level.INFO, "FIGURE {0} over {1} scans: {2} ms to the first byte", new Object[] {
                    view.isEmpty() ? "scans" : view, SCANS, median
                });
                assertThat(median)
                        .as(view)
                        .isLessThan(view.isEmpty() || view.startsWith("?") ? MOST_MILLISECONDS : MOST_WITH_RECORDS);
            }
        }
    }

    /** Milliseconds to the first byte. */
    private static long get(HttpClient browser, URI address) {
        long began = System.nanoTime();
        HttpResponse<InputStream> response = browser.sendAsync(
                        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream())
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        long first = Duration.ofNanos(System.nanoTime() - began).toMillis();
        assertThat(response.statusCode()).isEqualTo(200);
        try (InputStream body = response.body()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Compliance of scheduled scans");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return first;
    }
}
