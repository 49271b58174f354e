/** Tests of this package. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.proc;

import org.jspecify.annotations.NullMarked;
