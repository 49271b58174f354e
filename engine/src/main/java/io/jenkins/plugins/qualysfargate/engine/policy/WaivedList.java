package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What exceptions excused: as much of it as is ever listed, the worst whatever the order, and how much there is more. */
final class WaivedList {
    private static final Comparator<Judgement.Waived> WORST_FIRST = Comparator.comparing(Judgement.Waived::severity)
            .thenComparing(Judgement.Waived::subject)
            .thenComparing(Judgement.Waived::exception);

    private final PriorityQueue<Judgement.Waived> mildestFirst = new PriorityQueue<>(WORST_FIRST.reversed());
    private long omitted;

    /** One entry per exception; those of merged policies that are the same are one. */
    void add(Waivers.Subject subject, List<ExceptionUse> uses) {
        uses.stream().map(ExceptionUse::exception).distinct().forEach(each -> add(subject, each));
    }

    private void add(Waivers.Subject subject, Exemption exception) {
        Glob packages = exception.target().packages();
        mildestFirst.add(new Judgement.Waived(
                packages == null ? subject.text() : named(subject.bare(), packages),
                subject.severity(),
                exception.id(),
                exception.owner(),
                exception.expires().toString()));
        if (mildestFirst.size() > Offences.LISTED) {
            mildestFirst.remove();
            omitted++;
        }
    }

    private static String named(String bare, Glob packages) {
        return bare.equals(packages.pattern()) ? bare : bare + " " + packages.pattern();
    }

    List<Judgement.Waived> worst() {
        return mildestFirst.stream().sorted(WORST_FIRST).toList();
    }

    void conclude(Conclusion conclusion) {
        if (omitted > 0) {
            conclusion.warn("Exceptions excuse " + omitted + " more findings, which are not listed.");
        }
    }
}
