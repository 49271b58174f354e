/** Agents that send what they should not, and what is left of it on the controller. */
package io.jenkins.plugins.qualysfargate.jenkins.agent;
