package io.jenkins.plugins.qualysfargate.engine.evidence;

import io.jenkins.plugins.qualysfargate.engine.ledger.ChainCheck;
import io.jenkins.plugins.qualysfargate.engine.ledger.ChainVerdict;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Checks what an auditor holds against the journal. */
public final class EvidenceCheck {
    /** Reasons beyond this say nothing new. */
    private static final int MOST_REASONS = 20;

    private EvidenceCheck() {}

    /**
     * Follows the whole journal.
     *
     * @param known ends that it had at some time, for example of old reports
     */
    public static ChainVerdict journal(Ledger ledger, List<JournalHead> known) {
        return ChainCheck.all(ledger, known);
    }

    /** Derives the report anew from the journal as it was then, and compares; the report's file as it was written. */
    public static EvidenceVerdict report(byte[] json, Ledger ledger) {
        PeriodReport report;
        try {
            report = EvidenceJson.read(json);
        } catch (IllegalArgumentException notAReport) {
            return new EvidenceVerdict.Refuted(List.of(String.valueOf(notAReport.getMessage())));
        }
        List<String> reasons = new ArrayList<>();
        journal(ledger, List.of(report.head()))
                .<Boolean>fold(
                        whole -> true,
                        broken -> reasons.add(
                                "The journal is broken at entry " + broken.sequence() + ": " + broken.reason() + "."));
        PeriodReport derived = PeriodReport.of(
                ledger, report.head(), new PeriodReport.Period(report.from(), report.to()), report.madeAt());
        reasons.addAll(differences(report, derived));
        return reasons.isEmpty()
                ? new EvidenceVerdict.Confirmed(report.head())
                : new EvidenceVerdict.Refuted(reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
    }

    private static List<String> differences(PeriodReport report, PeriodReport derived) {
        List<String> all = new ArrayList<>();
        all.addAll(differences(
                "Row ", report.rows(), derived.rows(), row -> RowDraft.Key.of(row.verdict()), ReportRow::name));
        all.addAll(differences(
                "Action ",
                report.actions(),
                derived.actions(),
                ReportAction::sequence,
                action -> "entry " + action.sequence()));
        if (all.isEmpty() && !report.equals(derived)) {
            all.add(
                    "Rows and actions follow from the journal, but the rest of the report does not: summaries, bounds or"
                            + " problems were changed.");
        }
        return all;
    }

    private static <T, K> List<String> differences(
            String what, List<T> stated, List<T> derived, Function<T, K> key, Function<T, String> name) {
        Map<K, T> expected = new LinkedHashMap<>();
        derived.forEach(each -> expected.put(key.apply(each), each));
        List<String> all = new ArrayList<>();
        for (T each : stated) {
            T other = expected.remove(key.apply(each));
            if (other == null) {
                all.add(what + name.apply(each) + " is in the report, and does not follow from the journal.");
            } else if (!other.equals(each)) {
                all.add(what + name.apply(each) + " differs: the report says " + each + ", the journal says " + other
                        + ".");
            }
        }
        expected.values().forEach(each -> all.add(what + name.apply(each) + " is missing in the report."));
        return all;
    }
}
