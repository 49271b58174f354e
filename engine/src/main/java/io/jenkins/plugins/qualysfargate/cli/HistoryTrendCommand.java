package io.jenkins.plugins.qualysfargate.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.engine.chart.Trend;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendChart;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendPoint;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendWords;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.ImageSeries;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import io.jenkins.plugins.qualysfargate.engine.scan.StoredTrends;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how the scans of one image changed, and draws it. */
@Command(
        name = "trend",
        mixinStandardHelpOptions = true,
        description =
                "Show how the last " + Trend.MOST + " scans of an image changed, oldest first, and draw them as SVG.")
final class HistoryTrendCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Parameters(
            paramLabel = "IMAGE",
            description = "Image as registry/name; the scans of all its tags and digests are shown.")
    private String image = "";

    @Option(
            names = "--platform",
            paramLabel = "OS/ARCH",
            description = "Platform to follow. Default: that of the newest scan.")
    private @Nullable String platform;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "SVG file to write.")
    private @Nullable Path output;

    HistoryTrendCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Platform wanted = platform == null ? null : Platform.parse(platform);
        ImageSeries series;
        try (History store = history.open(session)) {
            series = new StoredTrends(store).series(image, wanted);
        }
        if (series.scans().isEmpty()) {
            throw new UsageException("No scan of '" + image + "'" + (wanted == null ? "" : " for " + wanted)
                    + " is stored; 'qualys-fargate history list' shows those that there are.");
        }
        Trend trend = StoredTrends.trend(series);
        if (output != null) {
            Files.writeString(output, TrendChart.image(trend, subject(series), TrendWords.english()));
        }
        if (common.json) {
            printJson(series, trend.points());
        } else {
            printText(trend);
        }
        return ExitStatus.PASS;
    }

    private String subject(ImageSeries series) {
        return series.scans().stream()
                .map(each -> each.scan().platform())
                .filter(Objects::nonNull)
                .findFirst()
                .map(followed -> image + " (" + followed + ")")
                .orElse(image);
    }

    private void printText(Trend trend) {
        PrintStream out = session.terminal().out();
        TrendWords words = TrendWords.english();
        trend.points().forEach(point -> out.println(SafeText.line(words.point(point), 300)));
        if (trend.leftOut() > 0) {
            out.println(words.leftOut(trend.leftOut()));
        }
        if (output != null) {
            out.println("Wrote " + output);
        }
    }

    private void printJson(ImageSeries series, List<TrendPoint> points) throws IOException {
        JsonObject.print(session.terminal().out(), json -> {
            json.writeStringField("image", image);
            json.writeNumberField("earlier", series.earlier());
            json.writeArrayFieldStart("scans");
            for (int i = 0; i < points.size(); i++) {
                json.writeStartObject();
                write(json, series.scans().get(i), points.get(i));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, ImageSeries.Entry entry, TrendPoint point) throws IOException {
        Platform of = entry.scan().platform();
        json.writeStringField("id", entry.scan().id().value());
        json.writeStringField("image", entry.scan().name());
        json.writeStringField("platform", of == null ? null : of.toString());
        json.writeStringField("judgedAt", entry.scan().judgedAt().toString());
        json.writeStringField("verdict", point.verdict().name());
        json.writeObjectField("outstanding", point.outstanding());
        json.writeObjectField("new", point.introduced());
        json.writeObjectField("fixed", point.fixed());
    }
}
