/** Servers on the loopback address that answer as AWS does, and one that stands before them and makes trouble. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.standin;

import org.jspecify.annotations.NullMarked;
