/** Repeatable measurements; docs/developer/performance.md says how to run them and holds the results. */
@NullMarked
package io.jenkins.plugins.qualysfargate.benchmark;

import org.jspecify.annotations.NullMarked;
