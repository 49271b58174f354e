/** Installs, verifies and runs QScanner: one scan in fresh directories, a live log without secrets, and no process left behind. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.qscanner;

import org.jspecify.annotations.NullMarked;
