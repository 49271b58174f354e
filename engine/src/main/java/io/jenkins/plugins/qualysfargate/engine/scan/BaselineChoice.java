package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery.Choice;
import org.jspecify.annotations.Nullable;

/** Says for each image which earlier scan it is compared with. */
@FunctionalInterface
public interface BaselineChoice {
    /** Every image with nothing. */
    BaselineChoice NONE = subject -> null;

    /** Every image with the newest earlier scan of its name. */
    BaselineChoice PREVIOUS = always(new Choice.Previous());

    /** The choice for one image; null to compare it with nothing. */
    @Nullable
    Choice of(Subject subject);

    /** The same choice for every image. */
    static BaselineChoice always(Choice choice) {
        return subject -> choice;
    }
}
