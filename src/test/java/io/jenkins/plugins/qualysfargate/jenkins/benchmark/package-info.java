/** Measures pages, start and memory of a Jenkins in its own process; off unless somebody asks for it. */
package io.jenkins.plugins.qualysfargate.jenkins.benchmark;
