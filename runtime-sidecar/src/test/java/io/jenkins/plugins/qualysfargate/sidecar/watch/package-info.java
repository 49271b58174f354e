/** Tests of this package. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.watch;

import org.jspecify.annotations.NullMarked;
