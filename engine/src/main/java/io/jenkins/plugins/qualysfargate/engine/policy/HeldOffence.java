package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import java.util.Comparator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An offence that is kept for now. Its words are made when they are needed, which for most findings is never: making all
 * of them would take longer than everything else. A finding that is unusually large is put into words at once, so that it
 * need not be kept.
 */
final class HeldOffence {
    /** Worst first; words are compared only where rank and id are the same. */
    static final Comparator<HeldOffence> WORST_FIRST = Comparator.<HeldOffence>comparingInt(held -> held.rank)
            .thenComparing(held -> held.id)
            .thenComparing(HeldOffence::words);

    private static final int MANY_PACKAGES = 16;
    private static final int LONG_TEXT = 500;

    private final int rank;
    private final String id;
    private final Supplier<Offence> maker;
    private @Nullable Offence words;

    HeldOffence(int rank, String id, Supplier<Offence> maker) {
        this.rank = rank;
        this.id = Wording.name(id);
        this.maker = maker;
    }

    static HeldOffence of(Suspect suspect, String claim) {
        Finding finding = suspect.finding();
        if (isLarge(finding)) {
            Offence now = Offence.of(suspect, claim);
            return new HeldOffence(suspect.rank(), finding.id(), () -> now);
        }
        return new HeldOffence(suspect.rank(), finding.id(), () -> Offence.of(suspect, claim));
    }

    private static boolean isLarge(Finding finding) {
        return finding.packages().size() > MANY_PACKAGES
                || finding.cves().size() > MANY_PACKAGES
                || finding.title().length() > LONG_TEXT
                || finding.id().length() > LONG_TEXT
                || finding.packages().stream()
                        .anyMatch(each ->
                                each.name().length() + each.installedVersion().length() > LONG_TEXT);
    }

    /** True if nothing of this rank and id can be as bad. */
    boolean isWorseThan(int otherRank, String otherId) {
        return rank < otherRank || (rank == otherRank && id.compareTo(otherId) < 0);
    }

    Offence words() {
        if (words == null) {
            words = maker.get();
        }
        return words;
    }
}
