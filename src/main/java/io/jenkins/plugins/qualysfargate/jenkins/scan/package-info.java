/** Scans in builds: the Pipeline step, the freestyle steps, and the agent that the scanner runs on. */
package io.jenkins.plugins.qualysfargate.jenkins.scan;
