/** What is known of processes, and how they descend from each other: pure, with a port for the kernel. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.process;

import org.jspecify.annotations.NullMarked;
