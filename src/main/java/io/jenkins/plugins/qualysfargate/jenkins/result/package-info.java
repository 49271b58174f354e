/** What a scan leaves in a build: a few plain fields in its record, and files beside it. */
package io.jenkins.plugins.qualysfargate.jenkins.result;
