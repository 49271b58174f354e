package io.jenkins.plugins.qualysfargate.engine.evidence;

/** What a verdict means for an audit, in the words of AWS Config (AWS Config API, ComplianceType). */
public enum ExportWord {
    /** It was done, if late or by a make-up run. */
    COMPLIANT,
    /** It was not done, or not wholly. */
    NON_COMPLIANT,
    /** Nothing was owed. */
    NOT_APPLICABLE,
    /** Nobody could tell, or cannot yet. */
    INSUFFICIENT_DATA;

    /** By the state of a note; a word that is not known here says nothing. */
    public static ExportWord of(String state) {
        return switch (state) {
            case "OK", "OK_LATE", "RECOVERED" -> COMPLIANT;
            case "LATE",
                    "MISSED",
                    "OVERRUN",
                    "STALLED",
                    "PARTIAL",
                    "FAILED",
                    "IMPORT_FAILED",
                    "EMPTY_SUSPECT",
                    "RECOVERING",
                    "FAILED_AGAIN" -> NON_COMPLIANT;
            case "EXCUSED", "NOT_APPLICABLE" -> NOT_APPLICABLE;
            default -> INSUFFICIENT_DATA;
        };
    }

    /** True if somebody has to answer for it. */
    public boolean open() {
        return this == NON_COMPLIANT || this == INSUFFICIENT_DATA;
    }
}
