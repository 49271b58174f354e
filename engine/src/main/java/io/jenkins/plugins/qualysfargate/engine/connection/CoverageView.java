package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.aws.guardduty.CoverageFigures;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.Coverage;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of what a source expects is covered.
 *
 * @param covered how many of them are
 * @param expected how many there are
 * @param lines the numbers in more detail, for people
 */
public record CoverageView(String source, long covered, long expected, List<String> lines) {
    public CoverageView {
        lines = List.copyOf(lines);
    }

    static CoverageView ofClusters(String source, List<CoverageFigures> figures) {
        long healthy = figures.stream().mapToLong(CoverageFigures::healthy).sum();
        long all = figures.stream().mapToLong(CoverageFigures::all).sum();
        List<String> lines = figures.stream()
                .map(each -> each.account() + " " + each.region() + ": " + each.words())
                .toList();
        return new CoverageView(source, healthy, all, lines);
    }

    static CoverageView ofImages(String source, Coverage coverage) {
        List<String> lines = new ArrayList<>();
        lines.add("all images: " + words(coverage.all()));
        coverage.byRepository().forEach((name, figures) -> lines.add("repository " + name + ": " + words(figures)));
        coverage.byCluster().forEach((name, figures) -> lines.add("cluster " + name + ": " + words(figures)));
        return new CoverageView(source, coverage.all().scanned(), coverage.all().expected(), lines);
    }

    private static String words(Coverage.Figures figures) {
        return figures.scanned() + " of " + figures.expected() + " scanned, " + figures.stale() + " stale, "
                + figures.failed() + " without a credible answer, " + figures.never() + " never";
    }
}
