/** What a scan leaves for dashboards and log searches: figures and one line, made of values alone. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.metrics;

import org.jspecify.annotations.NullMarked;
