/** Tests of the gateway's answers over a real server on this machine, and the fake gateway that front ends test with. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.qualys;

import org.jspecify.annotations.NullMarked;
