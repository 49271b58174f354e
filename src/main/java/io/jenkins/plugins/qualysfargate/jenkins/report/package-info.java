/** Shows the scans of a build: a summary, a report page for each, and the same for programs. */
package io.jenkins.plugins.qualysfargate.jenkins.report;
