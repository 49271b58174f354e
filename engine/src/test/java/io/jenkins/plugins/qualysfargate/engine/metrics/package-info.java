@NullMarked
package io.jenkins.plugins.qualysfargate.engine.metrics;

import org.jspecify.annotations.NullMarked;
