/** Brings events out, and never lets what observes wait for that. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.delivery;

import org.jspecify.annotations.NullMarked;
