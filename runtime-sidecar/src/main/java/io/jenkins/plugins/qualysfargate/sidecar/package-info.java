/** The sidecar's front door: arguments in, exit code out. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar;

import org.jspecify.annotations.NullMarked;
