/** Tests of the pages of a build. */
package io.jenkins.plugins.qualysfargate.jenkins.report;
