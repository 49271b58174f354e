/** The scanner as a tool of Jenkins: where it lies on an agent, how it gets there, and what vouches for it. */
package io.jenkins.plugins.qualysfargate.jenkins.tool;
