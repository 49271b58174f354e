/** The page of compliance in a real Jenkins. */
package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;
