package io.jenkins.plugins.qualysfargate.jenkins.words;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * How many findings there are of one severity.
 *
 * @param severity the word of the engine, which is no word for people
 * @param number for people
 * @param any false if it is none
 */
public record SeverityCount(String severity, String number, boolean any) {

    /** All severities that a page names, worst first; unknown ones only where there are any. None if nothing is known. */
    public static List<SeverityCount> of(@CheckForNull SeverityCounts counts) {
        List<SeverityCount> all = new ArrayList<>();
        if (counts != null) {
            for (Severity severity : Severity.values()) {
                long count = counts.of(severity);
                if (count > 0 || severity != Severity.UNKNOWN) {
                    all.add(new SeverityCount(severity.word(), Numbers.format(count), count > 0));
                }
            }
        }
        return all;
    }

    /** Only what there is any of. */
    public static List<SeverityCount> present(@CheckForNull SeverityCounts counts) {
        return of(counts).stream().filter(SeverityCount::any).toList();
    }

    /** For people. */
    public String word() {
        return word(Severity.ofWord(severity).orElse(Severity.UNKNOWN));
    }

    /** A severity for people, as a word that stands alone. */
    public static String word(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Messages.SeverityCount_critical();
            case HIGH -> Messages.SeverityCount_high();
            case MEDIUM -> Messages.SeverityCount_medium();
            case LOW -> Messages.SeverityCount_low();
            case INFORMATIONAL -> Messages.SeverityCount_informational();
            case UNKNOWN -> Messages.SeverityCount_unknown();
        };
    }
}
