/** Tests of this package. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.delivery;

import org.jspecify.annotations.NullMarked;
