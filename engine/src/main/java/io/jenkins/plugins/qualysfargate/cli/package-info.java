/** The command line: arguments become settings and orders, outcomes become text and an exit code. It decides nothing. */
@NullMarked
package io.jenkins.plugins.qualysfargate.cli;

import org.jspecify.annotations.NullMarked;
