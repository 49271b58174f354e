/** When something is due: cron, recurrence rules, periods and a server's own list, with a stated daylight-saving policy. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.schedule;

import org.jspecify.annotations.NullMarked;
