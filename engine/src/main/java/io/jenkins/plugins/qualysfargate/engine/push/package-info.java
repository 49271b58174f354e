/** Pushes that a registry announced: what an event says, the queue they wait in, and the loop that has them scanned. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.push;

import org.jspecify.annotations.NullMarked;
