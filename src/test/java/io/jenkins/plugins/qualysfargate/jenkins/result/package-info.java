/** Tests of what a build keeps of its scans, and scans for the tests of what shows them. */
package io.jenkins.plugins.qualysfargate.jenkins.result;
