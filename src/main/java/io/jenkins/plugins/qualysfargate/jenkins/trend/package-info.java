/** Shows how the builds of a job kept to their policy: the job's page, its trend, and a column for lists of jobs. */
package io.jenkins.plugins.qualysfargate.jenkins.trend;
