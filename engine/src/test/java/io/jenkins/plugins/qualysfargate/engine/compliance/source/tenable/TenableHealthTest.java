package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component.Kind;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.Operation;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenableHealthTest extends TenableRig {
    @Test
    void shouldSayThatAZoneWorksWithOneHealthyScanner() {
        tenable.zone("3", "ALC_Prod_WDC06_SZ")
                .scanner("3", "prod-wdc06-infra-nessus-01", 2)
                .scanner("3", "prod-wdc06-infra-nessus-02", 8193);
        Observation observation = observe();
        Component zone = component(observation, Kind.ZONE, "3");
        assertThat(zone.working()).isTrue();
        assertThat(zone.detail()).isEqualTo("1 of 2 scanners work: prod-wdc06-infra-nessus-01 (connection error)");
        assertThat(observation.components())
                .filteredOn(each -> each.kind() == Kind.SCANNER)
                .extracting(Component::name, Component::working)
                .containsExactlyInAnyOrder(
                        tuple("prod-wdc06-infra-nessus-01", false), tuple("prod-wdc06-infra-nessus-02", true));
    }

    @Test
    void shouldSayThatAZoneDoesNotWorkWithoutAHealthyScanner() {
        tenable.zone("3", "ALC_Dev_MON01_SZ").scanner("3", "dev-mon01-infra-nessus-02", 16_385);
        Component zone = component(observe(), Kind.ZONE, "3");
        assertThat(zone.working()).isFalse();
        assertThat(zone.howToFix()).contains("enable it again");
    }

    @Test
    void shouldSayThatAZoneWithoutScannersDoesNotWorkIfOthersHaveSome() {
        tenable.zone("3", "full").scanner("3", "a", 1).zone("4", "empty");
        Component zone = component(observe(), Kind.ZONE, "4");
        assertThat(zone.working()).isFalse();
        assertThat(zone.detail()).isEqualTo("0 of 0 scanners work");
    }

    @Test
    void shouldNotTakeScannersThatItMayNotSeeForBrokenOnes() {
        tenable.define("7", "x").inZone("3", "ALC_SOS_SZ");
        tenable.zone("3", "ALC_SOS_SZ");
        Component zone = component(observe(), Kind.ZONE, "3");
        assertThat(zone.working()).isNull();
        assertThat(zone.detail()).isEqualTo("scanner health not visible");
    }

    @Test
    void shouldNotKnowTheHealthOfTheServerWithTheKeyOfAnOrganisation() {
        tenable.define("7", "x").inZone("3", "ALC_SOS_SZ");
        String id = tenable.run("7", NOW.minus(Duration.ofHours(5)), FakeCourse.GOOD);
        tenable.hideHealth();
        Observation observation = observe();
        assertThat(component(observation, Kind.ZONE, "3").working()).isNull();
        assertThat(component(observation, Kind.ZONE, "3").name()).isEqualTo("ALC_SOS_SZ");
        assertThat(component(observation, Kind.SCHEDULER, "jobd").working()).isNull();
        assertThat(observation.components()).noneMatch(each -> each.kind() == Kind.FEED);
        assertThat(run(observation, id).reach().scanned()).isEqualTo(49);
    }

    @Test
    void shouldReportThatNothingStartsScans() {
        assertThat(component(observe(), Kind.SCHEDULER, "jobd").working()).isTrue();
        tenable.jobd("Stopped");
        Component jobd = component(observe(), Kind.SCHEDULER, "jobd");
        assertThat(jobd.working()).isFalse();
        assertThat(jobd.detail()).isEqualTo("jobd: Stopped");
        assertThat(jobd.howToFix()).contains("Start jobd");
    }

    @Test
    void shouldReportStaleFeedsThatActiveScansUseAndNoOthers() {
        tenable.stale("active", true);
        Observation observation = observe();
        assertThat(component(observation, Kind.FEED, "active").working()).isFalse();
        assertThat(component(observation, Kind.FEED, "sc").working()).isTrue();
        assertThat(observation.components()).noneMatch(each -> each.id().equals("lce"));
    }

    @Test
    void shouldReportAFeedThatIsOlderThanAllowedThoughTheServerDoesNotMind() {
        tenable.age("active", Duration.ofDays(3).plusMinutes(1));
        Component feed = component(observe(), Kind.FEED, "active");
        assertThat(feed.working()).isFalse();
        assertThat(feed.detail()).startsWith("stale, updated 2026-03-01T11:59:00Z");
        tenable.age("active", Duration.ofDays(3).minusMinutes(1));
        assertThat(component(observe(), Kind.FEED, "active").working()).isTrue();
    }

    @Test
    void shouldNotKnowHowOldAFeedIsThatTheServerDoesNotName() {
        tenable.on(Operation.FEED, LoopbackServer.answering(200, Map.of(), envelope("{\"sc\":{\"stale\":\"false\"}}")));
        assertThat(component(observe(), Kind.FEED, "active").working()).isNull();
    }

    @Test
    void shouldShowVersionAndWarnings() {
        tenable.on(
                Operation.STATUS,
                LoopbackServer.answering(
                        200,
                        Map.of("securitycenter", "6.4.0"),
                        "{\"response\":{\"jobd\":\"Running\",\"licenseStatus\":\"Expired\"},\"error_code\":0,"
                                + "\"warnings\":[{\"code\":\"9\",\"warning\":\"disk is\\nnearly full\"}],\"timestamp\":"
                                + NOW.getEpochSecond() + "}"));
        Component api = component(observe(), Kind.SERVICE, "api");
        assertThat(api.name()).isEqualTo("Tenable.sc 5.8.0");
        assertThat(api.detail()).isEqualTo("licence Expired; it warns: 9 disk is nearly full");
        assertThat(api.working()).isTrue();
    }

    @Test
    void shouldMeasureHowFarTheClockOfTheServerIsAhead() {
        tenable.ahead(Duration.ofSeconds(95));
        assertThat(observe().skew()).isEqualTo(Duration.ofSeconds(95));
    }

    @Test
    void shouldBeBlindIfTheClocksAreMoreThanTenMinutesApart() {
        tenable.ahead(Duration.ofMinutes(-11));
        assertThat(blind(look(source(KEY))).reason())
                .contains("11 minutes behind", tenable.address().getAuthority());
    }

    private static String envelope(String response) {
        return "{\"response\":" + response + ",\"error_code\":0,\"timestamp\":" + NOW.getEpochSecond() + "}";
    }
}
