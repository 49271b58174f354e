/** The rim to the C library: mappings and constants, each citing its header; the only package that knows JNA. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.libc;

import org.jspecify.annotations.NullMarked;
