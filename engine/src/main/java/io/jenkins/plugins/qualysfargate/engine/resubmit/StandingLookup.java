package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import java.util.Optional;

/** How subjects stand as of the last turn of the check. */
public interface StandingLookup {

    /** Empty if there is no such subject. */
    Optional<Standing> find(TrackKey track);
}
