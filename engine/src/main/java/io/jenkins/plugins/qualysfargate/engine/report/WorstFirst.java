package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;

/** Takes findings by severity, one pass over them for each, because they may be too many to be sorted in memory. */
public final class WorstFirst {
    private final Findings findings;

    public WorstFirst(Findings findings) {
        this.findings = findings;
    }

    /** What is done with one finding. */
    @FunctionalInterface
    public interface Visitor {
        void visit(Finding finding) throws IOException;
    }

    /** Shows findings of one severity, at most so many; says how many it showed. */
    public long visit(Severity severity, long atMost, Visitor visitor) throws IOException {
        long shown = 0;
        for (Finding finding : findings) {
            if (shown >= atMost) {
                break;
            }
            if (finding.severity() == severity) {
                visitor.visit(finding);
                shown++;
            }
        }
        return shown;
    }

    /** Shows findings of every severity, the worst first, at most so many; says how many it showed. */
    public long visit(long atMost, Visitor visitor) throws IOException {
        long shown = 0;
        for (Severity severity : Severity.values()) {
            shown += visit(severity, atMost - shown, visitor);
        }
        return shown;
    }
}
