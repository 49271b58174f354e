/** Tests of this package. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.event;

import org.jspecify.annotations.NullMarked;
