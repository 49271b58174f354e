@NullMarked
package io.jenkins.plugins.qualysfargate.engine.alert;

import org.jspecify.annotations.NullMarked;
