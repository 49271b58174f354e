/** Tests of this package. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import org.jspecify.annotations.NullMarked;
