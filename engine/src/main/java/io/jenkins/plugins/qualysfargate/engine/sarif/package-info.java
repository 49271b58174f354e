/**
 * Reads SARIF 2.1.0 of any scanner as a stream. The findings stand in a compact store outside the heap, so that a report
 * of a million findings is judged in the memory of a small one.
 */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.sarif;

import org.jspecify.annotations.NullMarked;
