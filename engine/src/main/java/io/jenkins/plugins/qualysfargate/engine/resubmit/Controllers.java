package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.lease.Leases;
import org.jspecify.annotations.Nullable;

/**
 * Who else may start runs by the same settings.
 *
 * @param alone true if nobody else does
 * @param leases shared with all who do; null if there are none, and then a person has to agree to every launch
 * @param owner who we are, for messages of the others
 */
public record Controllers(boolean alone, @Nullable Leases leases, String owner) {

    /** Nobody else uses these settings. */
    public static Controllers onlyOne() {
        return new Controllers(true, null, "this controller");
    }

    /** Several, which take turns by leases. */
    public static Controllers sharing(Leases leases, String owner) {
        return new Controllers(false, leases, owner);
    }

    /** Several that share nothing: a person has to agree to every launch. */
    public static Controllers apart() {
        return new Controllers(false, null, "this controller");
    }

    boolean needPerson() {
        return !alone && leases == null;
    }
}
