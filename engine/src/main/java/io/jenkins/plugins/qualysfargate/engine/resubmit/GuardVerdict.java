package io.jenkins.plugins.qualysfargate.engine.resubmit;

/**
 * What one guard says.
 *
 * @param reason a sentence or more for people; names are quoted as the source wrote them
 */
public record GuardVerdict(Guard guard, Answer answer, String reason) {

    /** The three answers, from the best to the worst. */
    public enum Answer {
        PASSES,
        /** A person may overrule it. */
        NEEDS_APPROVAL,
        /** Nobody may overrule it. */
        REFUSES
    }

    /** One line for lists and records. */
    public String words() {
        String word =
                switch (answer) {
                    case PASSES -> "passes";
                    case NEEDS_APPROVAL -> "needs approval";
                    case REFUSES -> "refuses";
                };
        return guard.id() + " " + word + ": " + reason;
    }
}
