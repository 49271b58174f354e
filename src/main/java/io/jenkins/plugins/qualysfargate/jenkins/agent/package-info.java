/** The machine that a build runs on: what is started there, what is read from it, and how contact is kept. */
package io.jenkins.plugins.qualysfargate.jenkins.agent;
