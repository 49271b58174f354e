/** The settings, credentials and folders tried inside a real Jenkins. */
package io.jenkins.plugins.qualysfargate.jenkins.config;
