/** Launches scans of a Tenable.sc again, and tells what such a launch could get in the way of. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.resubmit.tenable;

import org.jspecify.annotations.NullMarked;
