/** The step that checks scheduled scans, in a real Jenkins. */
package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;
