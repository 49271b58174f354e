package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

/** Anchore's words for an analysis; both APIs have the same. */
enum AnalysisWord {
    WAITING,
    ANALYZING,
    ANALYZED,
    FAILED,
    UNRECOGNISED;

    static AnalysisWord of(String word) {
        return switch (word) {
            case "not_analyzed" -> WAITING;
            case "analyzing" -> ANALYZING;
            case "analyzed" -> ANALYZED;
            case "analysis_failed" -> FAILED;
            default -> UNRECOGNISED;
        };
    }
}
