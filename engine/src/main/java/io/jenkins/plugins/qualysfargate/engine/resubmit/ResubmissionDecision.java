package io.jenkins.plugins.qualysfargate.engine.resubmit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a run may be started to make up for a failed one, with what every guard says.
 *
 * @param guards all of them, in their order
 */
public record ResubmissionDecision(Answer answer, List<GuardVerdict> guards) {
    public ResubmissionDecision {
        guards = List.copyOf(guards);
    }

    /** The answer of all guards together. */
    public enum Answer {
        MAY_START,
        /** Nothing refuses, and a person has to agree. */
        NEEDS_APPROVAL,
        REFUSED
    }

    /** @param approved true if a person agrees to what needs it */
    static ResubmissionDecision of(List<GuardVerdict> guards, boolean approved) {
        if (has(guards, GuardVerdict.Answer.REFUSES)) {
            return new ResubmissionDecision(Answer.REFUSED, guards);
        }
        boolean asks = has(guards, GuardVerdict.Answer.NEEDS_APPROVAL) && !approved;
        return new ResubmissionDecision(asks ? Answer.NEEDS_APPROVAL : Answer.MAY_START, guards);
    }

    private static boolean has(List<GuardVerdict> guards, GuardVerdict.Answer answer) {
        return guards.stream().anyMatch(each -> each.answer() == answer);
    }

    /** The same, refused by one guard for another reason. */
    ResubmissionDecision refusedBecause(Guard guard, String reason) {
        List<GuardVerdict> others = guards.stream()
                .map(each -> each.guard() == guard ? guard.refuses(reason) : each)
                .toList();
        return new ResubmissionDecision(Answer.REFUSED, others);
    }

    /** What stands in the way, a line each; empty if nothing does. */
    public List<String> obstacles() {
        return guards.stream()
                .filter(each -> each.answer() != GuardVerdict.Answer.PASSES)
                .map(GuardVerdict::words)
                .toList();
    }

    /** All of it in a few lines. */
    public String words() {
        String first =
                switch (answer) {
                    case MAY_START -> "It may be started.";
                    case NEEDS_APPROVAL -> "A person has to agree.";
                    case REFUSED -> "It is not started.";
                };
        return first + obstacles().stream().map(each -> " " + each).collect(Collectors.joining());
    }
}
