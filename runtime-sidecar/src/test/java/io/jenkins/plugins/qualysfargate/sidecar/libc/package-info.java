/** Tests of this package. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.libc;

import org.jspecify.annotations.NullMarked;
