/** Reads the login for Qualys from Secrets Manager, again and again, so that a rotation needs no restart. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.secret;

import org.jspecify.annotations.NullMarked;
