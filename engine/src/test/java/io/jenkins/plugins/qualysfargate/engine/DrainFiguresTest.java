package io.jenkins.plugins.qualysfargate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.notify.CloudWatchMetrics;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.push.DrainEvent;
import io.jenkins.plugins.qualysfargate.engine.push.DrainEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainFiguresTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> remarks = new ArrayList<>();

    private static DrainEvent event(Kind kind, Instant at) {
        return new DrainEvent(at, kind, "m-1", null, "detail", Duration.ofMillis(1500));
    }

    private DrainFigures figures(TroubledPath path, AwsClients aws) {
        assertThat(path.calls()).isEmpty();
        return new DrainFigures(new CloudWatchMetrics(aws, "QualysFargate"), remarks::add);
    }

    @Test
    void shouldSendTheFiguresOfADrainTogether() {
        try (TroubledPath path = TroubledPath.answering(call -> Fault.Answer.query("PutMetricData", ""));
                AwsClients aws = StandIns.clients(path.endpoint())) {
            try (DrainFigures figures = figures(path, aws)) {
                for (Kind kind : Kind.values()) {
                    figures.happened(event(kind, NOON));
                }
            }

            assertThat(path.calls()).hasSize(1);
            assertThat(path.calls().get(0).body())
                    .contains("PushReceived", "PushLag", "PushRejected", "CacheHit", "ScanDuration", "Value=1500.0")
                    .doesNotContain("member.7");
        }
    }

    @Test
    void shouldNotKeepFiguresForLongerThanAMinute() {
        try (TroubledPath path = TroubledPath.answering(call -> Fault.Answer.query("PutMetricData", ""));
                AwsClients aws = StandIns.clients(path.endpoint());
                DrainFigures figures = figures(path, aws)) {
            figures.happened(event(Kind.RECEIVED, NOON));
            assertThat(path.calls()).isEmpty();

            figures.happened(event(Kind.IGNORED, NOON.plusSeconds(60)));

            assertThat(path.calls()).hasSize(1);
        }
    }

    @Test
    void shouldGoOnAndSayOnceThatFiguresAreRefused() {
        try (TroubledPath path = TroubledPath.answering(
                        call -> Fault.Answer.refusedQuery(403, "AccessDenied", "not authorized"));
                AwsClients aws = StandIns.clients(path.endpoint());
                DrainFigures figures = figures(path, aws)) {
            for (int i = 0; i < 400; i++) {
                figures.happened(event(Kind.REJECTED, NOON));
            }

            assertThat(path.calls()).hasSize(2);
            assertThat(remarks).hasSize(1).first().asString().contains("cloudwatch:PutMetricData");
        }
    }

    @Test
    void shouldSendNothingUnlessAskedTo() {
        try (DrainFigures figures = new DrainFigures(null, remarks::add)) {
            figures.happened(event(Kind.RECEIVED, NOON));
        }
        assertThat(remarks).isEmpty();
    }
}
