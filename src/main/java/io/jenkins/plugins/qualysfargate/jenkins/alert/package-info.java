/** Brings alerts that wait to their topic, and tells administrators of those that did not arrive. */
package io.jenkins.plugins.qualysfargate.jenkins.alert;
