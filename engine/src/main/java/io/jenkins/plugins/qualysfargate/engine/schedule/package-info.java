/** When something is due: cron, recurrence rules, periods and lists become instants, forwards and backwards alike. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.schedule;

import org.jspecify.annotations.NullMarked;
