/** Tests of this package. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.identity;

import org.jspecify.annotations.NullMarked;
