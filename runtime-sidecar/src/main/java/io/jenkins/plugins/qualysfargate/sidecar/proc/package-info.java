/** Text of the proc file system turned into records; reading and parsing are apart, and what is cut is an error. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.proc;

import org.jspecify.annotations.NullMarked;
