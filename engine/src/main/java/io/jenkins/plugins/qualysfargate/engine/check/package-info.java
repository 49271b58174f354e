/** The use case: looks at every source, evaluates all monitors, makes incidents, and saves it all in one go. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.check;

import org.jspecify.annotations.NullMarked;
