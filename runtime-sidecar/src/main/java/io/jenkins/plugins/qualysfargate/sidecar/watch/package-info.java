/** Watches one application: finds it, attaches, stays with it when it restarts, and says what it does not see. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.watch;

import org.jspecify.annotations.NullMarked;
