package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import java.util.List;

/** What runs somewhere right now. */
@FunctionalInterface
public interface RunningImages {

    /** The image of every running container, one entry for each; all of them, or none and why. */
    List<RunningImage> running() throws BlindException;
}
