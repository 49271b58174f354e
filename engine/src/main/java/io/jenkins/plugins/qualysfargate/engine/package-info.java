/** The front door: the two types that front ends construct, and everything behind them wired together. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine;

import org.jspecify.annotations.NullMarked;
