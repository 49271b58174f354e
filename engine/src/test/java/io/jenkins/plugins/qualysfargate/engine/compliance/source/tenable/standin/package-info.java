/** A Tenable.sc on the loopback address, with the oddities of the real one, that lives by a clock of the test. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin;

import org.jspecify.annotations.NullMarked;
