/** The system calls that matter here, as a table with their numbers on both architectures of Fargate. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.syscall;

import org.jspecify.annotations.NullMarked;
