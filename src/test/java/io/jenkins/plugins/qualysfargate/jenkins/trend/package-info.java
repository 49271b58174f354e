/** Tests of the pages of a job. */
package io.jenkins.plugins.qualysfargate.jenkins.trend;
