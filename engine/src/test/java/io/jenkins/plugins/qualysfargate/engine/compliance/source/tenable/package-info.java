/** Tests of the Tenable.sc source over a real server on this machine. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import org.jspecify.annotations.NullMarked;
