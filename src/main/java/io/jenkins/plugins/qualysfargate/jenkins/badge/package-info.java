/** Shows badges: who may see them, which build they speak of, and how they are served. */
package io.jenkins.plugins.qualysfargate.jenkins.badge;
