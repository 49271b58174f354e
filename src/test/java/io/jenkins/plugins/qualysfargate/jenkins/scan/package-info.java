/** Scans in a real Jenkins, with agents, a registry on loopback, and a stand-in for the scanner. */
package io.jenkins.plugins.qualysfargate.jenkins.scan;
