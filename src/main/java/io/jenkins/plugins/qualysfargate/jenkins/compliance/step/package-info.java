/** {@code qualysComplianceCheck}: looks at all scheduled scans now, says what fails, and lets the build fail for it. */
package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;
