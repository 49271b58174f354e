@NullMarked
package io.jenkins.plugins.qualysfargate.engine;

import org.jspecify.annotations.NullMarked;
