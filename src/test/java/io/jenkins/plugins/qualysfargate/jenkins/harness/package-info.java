/** What makes tests with web pages quick without looking at less. */
package io.jenkins.plugins.qualysfargate.jenkins.harness;
