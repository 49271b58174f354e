/** Tenable.sc: its scan definitions, results, zones, scanners and own health as an observation, and launches for make-up runs. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import org.jspecify.annotations.NullMarked;
