/** Which images a build has pushed, by what the tools that push print. */
package io.jenkins.plugins.qualysfargate.jenkins.push;
