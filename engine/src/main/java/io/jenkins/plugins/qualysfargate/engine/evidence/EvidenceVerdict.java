package io.jenkins.plugins.qualysfargate.engine.evidence;

import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import java.util.List;
import java.util.function.Function;

/** Whether a report is what the journal says. */
public sealed interface EvidenceVerdict {

    /** The journal is whole, and the report follows from it. */
    record Confirmed(JournalHead head) implements EvidenceVerdict {}

    /** It does not; each reason names an entry or a row. */
    record Refuted(List<String> reasons) implements EvidenceVerdict {
        public Refuted {
            reasons = List.copyOf(reasons);
        }
    }

    /** One of the two. */
    default <T> T fold(Function<Confirmed, T> confirmed, Function<Refuted, T> refuted) {
        if (this instanceof Confirmed it) {
            return confirmed.apply(it);
        }
        return refuted.apply((Refuted) this);
    }
}
