package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageStanding;
import org.jspecify.annotations.Nullable;

/**
 * One expected image and what there is of it.
 *
 * @param standing null if nobody can say which image it is
 */
public record ImageCase(ImageUse use, @Nullable ImageStanding standing, Condition condition) {}
