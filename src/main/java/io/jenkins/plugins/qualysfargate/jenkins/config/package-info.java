/** What administrators and folder owners set for every scan: logins, platforms, policies, and how calls leave Jenkins. */
package io.jenkins.plugins.qualysfargate.jenkins.config;
