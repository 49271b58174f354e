package io.jenkins.plugins.qualysfargate.engine.policy;

/**
 * Limits on findings that the baseline does not have.
 *
 * @param introduced limits where the package, or this version of it, is new as well
 * @param disclosed limits where the same version was there before and the world learnt of the vulnerability since
 */
public record NewFindings(Limits introduced, Limits disclosed) {

    /** A new finding is judged like any other. */
    public static final NewFindings UNLIMITED = new NewFindings(Limits.UNLIMITED, Limits.UNLIMITED);

    public boolean isUnlimited() {
        return introduced.isUnlimited() && disclosed.isUnlimited();
    }

    NewFindings tightenedBy(NewFindings other) {
        return new NewFindings(introduced.tightenedBy(other.introduced), disclosed.tightenedBy(other.disclosed));
    }
}
