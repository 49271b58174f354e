/** Reads hostile JSON as a stream within hard limits, and turns every way of being broken into one kind of exception. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.json;

import org.jspecify.annotations.NullMarked;
