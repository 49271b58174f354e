/** The scanner as a tool tried inside a real Jenkins. */
package io.jenkins.plugins.qualysfargate.jenkins.tool;
