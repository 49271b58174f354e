package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.qscanner.CentralPolicy;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOptions;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFormat;
import io.jenkins.plugins.qualysfargate.engine.scan.CacheUse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The parameters that mean the same wherever they are typed, as values; null where a problem was noted instead. */
record TypedValues(
        @CheckForNull Set<ScanType> scanTypes,
        @CheckForNull List<Platform> platforms,
        @CheckForNull Duration timeout,
        @CheckForNull CacheUse cache,
        @CheckForNull ScanOptions options,
        @CheckForNull Set<ReportFormat> archive) {
    private static final int LONGEST_MINUTES = 24 * 60;

    static TypedValues read(ScanParameters parameters, Problems problems) {
        problems.note("onViolation", () -> ReactionWord.parse(parameters.getOnViolation()));
        problems.note("onIndeterminate", () -> ReactionWord.parse(parameters.getOnIndeterminate()));
        return new TypedValues(
                problems.note("scanTypes", () -> ScanType.parseList(parameters.getScanTypes())),
                problems.note("platforms", () -> words(parameters.getPlatforms()).stream()
                        .map(Platform::parse)
                        .toList()),
                problems.note("timeoutMinutes", () -> timeout(parameters.getTimeoutMinutes())),
                problems.note("cacheMaxAgeDays", () -> cache(parameters)),
                problems.note("policyTags", () -> options(parameters)),
                problems.note("archive", () -> archive(parameters.getArchive())));
    }

    /** What stands between commas. */
    static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Duration timeout(int minutes) {
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            throw new IllegalArgumentException("must be between 1 and " + LONGEST_MINUTES + ", but is " + minutes);
        }
        return Duration.ofMinutes(minutes);
    }

    private static CacheUse cache(ScanParameters parameters) {
        if (!parameters.isCache()) {
            return CacheUse.NONE;
        }
        if (parameters.getCacheMaxAgeDays() < 1) {
            throw new IllegalArgumentException("must be at least 1, but is " + parameters.getCacheMaxAgeDays()
                    + "; set cache to false to scan always");
        }
        return new CacheUse(Duration.ofDays(parameters.getCacheMaxAgeDays()), null);
    }

    private static ScanOptions options(ScanParameters parameters) {
        ScanOptions defaults = ScanOptions.defaults();
        List<String> tags = words(parameters.getPolicyTags());
        if (tags.isEmpty() && !parameters.isAllowAudit()) {
            return defaults;
        }
        return new ScanOptions(
                defaults.storageDriver(),
                defaults.secretConfig(),
                defaults.excludeDirs(),
                defaults.offline(),
                defaults.skipJavaDbUpdate(),
                new CentralPolicy(tags, parameters.isAllowAudit()),
                defaults.logLevel());
    }

    private static Set<ReportFormat> archive(String text) {
        return text.isEmpty() ? Set.of() : ReportFormat.parseList(text);
    }
}
