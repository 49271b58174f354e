package io.jenkins.plugins.qualysfargate.engine.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.Thresholds;
import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.incident.BusinessHours;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Grouping;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.Scope;
import io.jenkins.plugins.qualysfargate.engine.incident.Tier;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Ticket;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedules;
import io.jenkins.plugins.qualysfargate.engine.schedule.UnreadableScheduleException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every key of the file arrives where it belongs. */
class ComplianceSettingsTest {
    private static final Care SQUAD = new Care(
            "scanning squad",
            "https://wiki.example.com/failed-scans",
            Urgency.ERROR,
            "squad",
            null,
            Duration.ofDays(30));

    private static ComplianceSettings settings;

    @BeforeAll
    static void read() throws IOException {
        settings = Sample.settings(Files.readString(Path.of("../contracts/samples/compliance/good-every-key.yaml")));
    }

    private static Monitor monitor(String id) {
        return settings.monitors().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SourceSettings source(int index) {
        return settings.sources().get(index);
    }

    @Test
    void shouldReadTenable() {
        assertThat(source(0))
                .isEqualTo(new SourceSettings(
                        "nessus",
                        "nessus",
                        URI.create("https://sc.example.com"),
                        "tenable-api",
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(15),
                        new Care(
                                "scanning squad",
                                "https://wiki.example.com/sc-down",
                                Urgency.CRITICAL,
                                "squad",
                                null,
                                Duration.ofDays(30)),
                        new SourceOptions.Tenable(
                                List.of(
                                        new ScanZone(
                                                "ALC_Prod_WDC06_SZ",
                                                List.of("prod-wdc06-infra-nessus-01", "prod-wdc06-infra-nessus-02"),
                                                null,
                                                "US East",
                                                List.of(new Glob("ALC_*_WDC06_private_import"))),
                                        new ScanZone(
                                                "ALC_SOS_SZ",
                                                List.of(),
                                                "public scanning",
                                                "all public scans",
                                                List.of())),
                                Duration.ofDays(2))));
    }

    @Test
    void shouldReadTheOtherSources() {
        assertThat(source(1).options()).isEqualTo(new SourceOptions.Anchore(1, "platform", Duration.ofHours(12), true));
        assertThat(source(1).url()).isEqualTo(URI.create("http://anchore.internal:8228/v1"));
        assertThat(source(2).options())
                .isEqualTo(new SourceOptions.GuardDuty(new SourceOptions.AwsPlace(
                        List.of("us-east-1", "eu-central-1"),
                        "arn:aws:iam::123456789012:role/look",
                        "qualys-fargate")));
        assertThat(source(2).care()).isEqualTo(SQUAD);
        assertThat(source(3).options()).isEqualTo(new SourceOptions.QualysRegistry(Duration.ofDays(3)));
        assertThat(source(4).options())
                .isEqualTo(new SourceOptions.Images(
                        new SourceOptions.AwsPlace(List.of("us-east-1"), null, null),
                        List.of(new Glob("payments/*"), new Glob("frontend")),
                        false,
                        Duration.ofDays(7)));
        assertThat(source(4).credentials()).isEqualTo("aws-reader");
    }

    @Test
    void shouldReadChannels() {
        assertThat(settings.channels())
                .extracting(ChannelSettings::options)
                .containsExactly(
                        new ChannelOptions.PagerDuty(
                                URI.create("https://events.eu.pagerduty.com"),
                                URI.create("https://jenkins.example.com/compliance")),
                        new ChannelOptions.GitHub(
                                URI.create("https://github.example.com/api/v3"),
                                "ops/scans",
                                List.of("scan-compliance")),
                        new ChannelOptions.Jira(
                                URI.create("https://jira.example.com"),
                                "OPS",
                                "Incident",
                                "Close",
                                new Ticket("public scanning", "SOS-SCAN", "ALC", "2")),
                        new ChannelOptions.Sns("arn:aws:sns:us-east-1:123456789012:scans"),
                        new ChannelOptions.Email(
                                URI.create("smtp://mail.example.com:587"),
                                true,
                                "scans@example.com",
                                List.of("squad@example.com", "boss@example.com"),
                                new Ticket("public scanning", "SOS-SCAN", "", "2")),
                        new ChannelOptions.Webhook(null),
                        new ChannelOptions.Webhook(URI.create("https://hooks.example.com/scans?team=1")),
                        new ChannelOptions.Heartbeat(URI.create("https://hc.example.com/ping/1"), true));
        assertThat(settings.channels())
                .extracting(ChannelSettings::credentials)
                .containsExactly(
                        "pagerduty-key",
                        "github-token",
                        "jira-token",
                        "aws-writer",
                        "mail-user",
                        "chat-address",
                        null,
                        null);
    }

    @Test
    void shouldReadEscalations() {
        assertThat(settings.escalations().get(0))
                .isEqualTo(new Escalation(
                        "squad",
                        List.of(
                                new Tier(Duration.ZERO, List.of("issues", "chat"), Urgency.WARNING),
                                new Tier(Duration.ofMinutes(30), List.of("pager"), Urgency.ERROR),
                                new Tier(Duration.ofHours(2), List.of("topic", "mail", "hook"), Urgency.CRITICAL),
                                new Tier(Duration.ofDays(1), List.of("tickets"), null)),
                        new BusinessHours(
                                ZoneId.of("Europe/London"),
                                Set.of(DayOfWeek.values()),
                                LocalTime.of(8, 0),
                                LocalTime.of(17, 30)),
                        Urgency.CRITICAL,
                        Duration.ofHours(12)));
    }

    @Test
    void shouldReadHowIncidentsAreMade() {
        assertThat(settings.incidents().instance()).isEqualTo("production");
        assertThat(settings.incidents().grouping()).containsExactlyInAnyOrder(Grouping.values());
        assertThat(settings.incidents().reAlert()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.incidents().keepOpen()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.incidents().longestAck()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.incidents().wording().atRisk()).isEqualTo("SCANS AT RISK - look at {kind}");
        assertThat(settings.incidents().wording().kinds())
                .containsEntry("nessus", "nessus")
                .containsEntry("images", "image");
    }

    @Test
    void shouldReadMaintenance() throws UnreadableScheduleException {
        assertThat(settings.maintenance())
                .containsExactly(
                        new Pause(
                                "move-2026",
                                Pause.Kind.MAINTENANCE,
                                new Scope(null, null, null, "ALC_Prod_WDC06_SZ"),
                                Instant.parse("2026-03-28T04:00:00Z"),
                                Instant.parse("2026-03-29T06:00:00Z"),
                                null,
                                null,
                                "jane@example.com",
                                "the data centre moves"),
                        new Pause(
                                "patch-sunday",
                                Pause.Kind.MAINTENANCE,
                                new Scope(new Glob("private-*"), "private", "nessus", null),
                                Instant.EPOCH,
                                Instant.parse("9999-01-01T00:00:00Z"),
                                Schedules.cron("0 3 * * SUN", "patch-sunday", ZoneId.of("UTC"), DstPolicy.RFC),
                                Duration.ofHours(2),
                                "",
                                "scanners are patched"));
        assertThat(settings.maintenance().get(1).activeAt(Instant.parse("2026-03-29T04:59:59Z")))
                .isTrue();
    }

    @Test
    void shouldReadWhatMayBeStartedAgain() {
        ResubmissionSettings read = settings.resubmission();

        assertThat(read)
                .isEqualTo(
                        new ResubmissionSettings(true, false, 2, 3, Duration.ofMinutes(45), 1, true, read.freezes()));
        assertThat(read.freezes()).hasSize(2);
        assertThat(read.freezes().get(0).activeAt(Instant.parse("2026-12-24T00:00:00Z")))
                .isTrue();
        assertThat(read.freezes().get(0).scope()).isEqualTo(new Scope(new Glob("*"), null, null, null));
        assertThat(read.freezes().get(1).activeAt(Instant.parse("2026-03-30T04:00:00Z")))
                .isFalse();
    }

    @Test
    void shouldReadDefaultsIntoMonitors() {
        Monitor monitor = monitor("private-daily");

        assertThat(monitor.windows()).isEqualTo(Windows.DEFAULT);
        assertThat(monitor.thresholds()).isEqualTo(new Thresholds(1, 1, 0.8, 7));
        assertThat(monitor.timing()).isEqualTo(new Timing.OfSource());
        assertThat(monitor.care().complyWithin()).isEqualTo(Duration.ofDays(2));
        assertThat(monitor.since()).isEqualTo(Instant.parse("2026-01-01T05:00:00Z"));
        assertThat(monitor.tags()).containsExactly("private");
        assertThat(monitor.nameRule()).hasToString(".*import");
    }

    @Test
    void shouldReadMonitors() throws UnreadableScheduleException {
        Monitor monitor = monitor("public");

        assertThat(monitor.timing())
                .isEqualTo(new Timing.Own(
                        Schedules.cron("TZ=America/New_York\nH 2 * * *\n", "public", ZoneId.of("UTC"), DstPolicy.RFC)));
        assertThat(monitor.windows().early()).isEqualTo(Duration.ofMinutes(10));
        assertThat(monitor.windows().maxRuntime()).isEqualTo(Duration.ofHours(30));
        assertThat(monitor.care())
                .isEqualTo(new Care(
                        SQUAD.owner(),
                        SQUAD.runbook(),
                        Urgency.ERROR,
                        "other-team",
                        "public scanning",
                        Duration.ofDays(30)));
        assertThat(monitor.huge()).isTrue();
        assertThat(monitor("by-id").enabled()).isFalse();
        assertThat(monitor("clusters").timing()).isEqualTo(new Timing.Continuous());
        assertThat(monitor("clusters").thresholds().fail()).isEqualTo(2);
        assertThat(monitor("private-weekly").timing())
                .isEqualTo(new Timing.Own(Schedules.recurrence(
                        "FREQ=WEEKLY;BYDAY=SA",
                        LocalDateTime.parse("2026-01-03T02:00"),
                        ZoneId.of("Europe/London"),
                        DstPolicy.VIXIE)));
    }
}
