/** What every part of the plugin needs of Jenkins itself. */
package io.jenkins.plugins.qualysfargate.jenkins;
