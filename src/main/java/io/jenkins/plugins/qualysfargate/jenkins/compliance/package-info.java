/** The check of scheduled scans in this Jenkins: what administrators set of it, the watchdog that drives it, and what it found. */
package io.jenkins.plugins.qualysfargate.jenkins.compliance;
