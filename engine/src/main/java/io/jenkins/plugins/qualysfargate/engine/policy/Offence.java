package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import java.util.Comparator;

/**
 * Something that a rule may hold against an image, in words; worst first.
 *
 * @param rank ordinal of the severity that it counts as
 * @param id what sorts it among equally bad ones
 * @param statement what it is
 * @param claim what is wrong with it
 * @param note further sentences, each with a space before it; empty if there is nothing to add
 */
record Offence(
        int rank,
        String id,
        String subject,
        Severity severity,
        String statement,
        String claim,
        String note,
        String howToFix)
        implements Comparable<Offence> {
    private static final Comparator<Offence> WORST_FIRST = Comparator.comparingInt(Offence::rank)
            .thenComparing(Offence::id)
            .thenComparing(Offence::subject)
            .thenComparing(Offence::statement)
            .thenComparing(Offence::severity)
            .thenComparing(Offence::claim)
            .thenComparing(Offence::howToFix)
            .thenComparing(Offence::note);

    static Offence of(Suspect suspect, String claim) {
        return new Offence(
                suspect.rank(),
                Wording.name(suspect.finding().id()),
                FindingWording.subject(suspect.finding()),
                suspect.finding().severity(),
                FindingWording.statement(suspect.finding()),
                claim,
                suspect.note(),
                FindingWording.howToFix(suspect.finding()));
    }

    @Override
    public int compareTo(Offence other) {
        return WORST_FIRST.compare(this, other);
    }
}
