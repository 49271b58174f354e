@NullMarked
package io.jenkins.plugins.qualysfargate.engine.incident;

import org.jspecify.annotations.NullMarked;
