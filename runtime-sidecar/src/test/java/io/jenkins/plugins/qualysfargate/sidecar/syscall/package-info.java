/** Tests of this package. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.syscall;

import org.jspecify.annotations.NullMarked;
