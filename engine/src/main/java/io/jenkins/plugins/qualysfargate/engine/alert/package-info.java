/** When a scan is worth an alert, and what the alert says. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.alert;

import org.jspecify.annotations.NullMarked;
