/** Compares what a registry holds with what the history has of it, and has scanned what no event announced. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.sweep;

import org.jspecify.annotations.NullMarked;
