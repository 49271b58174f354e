package io.jenkins.plugins.qualysfargate.engine.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every format that an outcome can be written in, with the name of its file. */
public enum ReportFormat {
    HTML("report.html", "text/html; charset=utf-8"),
    JSON("verdict.json", "application/json"),
    SARIF("findings.sarif.json", "application/sarif+json"),
    JUNIT("junit.xml", "application/xml"),
    CSV("findings.csv", "text/csv; charset=utf-8; header=present"),
    TEXT("summary.txt", "text/plain; charset=utf-8"),
    SBOM("sbom.cdx.json", "application/vnd.cyclonedx+json");

    private final String fileName;
    private final String mediaType;

    ReportFormat(String fileName, String mediaType) {
        this.fileName = fileName;
        this.mediaType = mediaType;
    }

    /** The name that the file has in every bundle, for example {@code report.html}. */
    public String fileName() {
        return fileName;
    }

    /** What to serve the file as. */
    public String mediaType() {
        return mediaType;
    }

    /** The word for options, for example {@code html}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A writer that calls no finding new. */
    public ReportWriter writer() {
        return writer(KnownFindings.none());
    }

    /** A writer that marks findings as new where the format has a place for it. */
    public ReportWriter writer(KnownFindings known) {
        return writer(known, ImageTrends.none());
    }

    /** A writer that also draws trends where the format has a place for them. */
    public ReportWriter writer(KnownFindings known, ImageTrends trends) {
        return switch (this) {
            case HTML -> new HtmlReport(known, trends);
            case JSON -> new VerdictJson();
            case SARIF -> new FindingsSarif(known);
            case JUNIT -> new JUnitXml();
            case CSV -> new FindingsCsv(known);
            case TEXT -> new TextSummary();
            case SBOM -> new CycloneDxSbom(known);
        };
    }

    /**
     * Reads a format as users type it, in any case.
     *
     * @throws IllegalArgumentException naming the unknown word and the valid ones
     */
    public static ReportFormat ofWord(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        for (ReportFormat format : values()) {
            if (format.word().equals(wanted)) {
                return format;
            }
        }
        String valid = Arrays.stream(values()).map(ReportFormat::word).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("'" + word + "' is not a report format; valid are " + valid);
    }

    /**
     * Reads a comma-separated list as users type it.
     *
     * @throws IllegalArgumentException naming the unknown word and the valid ones
     */
    public static Set<ReportFormat> parseList(String text) {
        Set<ReportFormat> formats = new TreeSet<>();
        for (String word : text.split(",", -1)) {
            formats.add(ofWord(word));
        }
        return formats;
    }
}
