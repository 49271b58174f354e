package io.jenkins.plugins.qualysfargate.engine.policy;

/**
 * Which findings count.
 *
 * @param fixableOnly true if the limits count only findings with a known fix
 * @param countSuppressed false if findings that the scanner's user has accepted count only for the deny list
 * @param countPotential false if unconfirmed findings count only for the deny list
 */
public record Scope(boolean fixableOnly, boolean countSuppressed, boolean countPotential) {

    /** Every finding counts. */
    public static final Scope EVERYTHING = new Scope(false, true, true);

    Scope tightenedBy(Scope other) {
        return new Scope(
                fixableOnly && other.fixableOnly,
                countSuppressed || other.countSuppressed,
                countPotential || other.countPotential);
    }
}
