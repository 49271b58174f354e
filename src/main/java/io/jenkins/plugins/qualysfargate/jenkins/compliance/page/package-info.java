/** The page of compliance: how scheduled scans, their sources and incidents stand, and what people do about them. */
package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;
