/**
 * Follows processes by event stops of ptrace alone: exec, fork and exit, no system call ever stops. One thread owns every
 * call; when it ends, for whatever reason, the kernel lets everything go on.
 */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import org.jspecify.annotations.NullMarked;
