/** Whether scheduled scans ran, finished and were kept in their windows: monitors, occurrences and their judgement, as pure functions. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance;

import org.jspecify.annotations.NullMarked;
