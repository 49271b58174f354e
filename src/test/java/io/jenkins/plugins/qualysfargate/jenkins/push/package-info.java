/** Logs of builds that push, read while the builds run. */
package io.jenkins.plugins.qualysfargate.jenkins.push;
