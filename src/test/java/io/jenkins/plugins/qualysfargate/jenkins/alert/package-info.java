/** Tests of alerts that are late. */
package io.jenkins.plugins.qualysfargate.jenkins.alert;
