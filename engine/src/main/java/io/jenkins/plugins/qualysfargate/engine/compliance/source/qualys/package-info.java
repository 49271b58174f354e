/** Registry scans of Qualys Container Security: schedules and their jobs, repositories, sensors. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import org.jspecify.annotations.NullMarked;
