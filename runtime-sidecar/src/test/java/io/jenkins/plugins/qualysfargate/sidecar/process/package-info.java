/** Tests of this package. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.process;

import org.jspecify.annotations.NullMarked;
