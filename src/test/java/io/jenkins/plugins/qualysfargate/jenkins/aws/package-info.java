/** Tests of the settings of AWS. */
package io.jenkins.plugins.qualysfargate.jenkins.aws;
