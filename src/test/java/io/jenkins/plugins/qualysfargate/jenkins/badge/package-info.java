/** Tests of badges. */
package io.jenkins.plugins.qualysfargate.jenkins.badge;
