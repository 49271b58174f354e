/** Tests of the push queue and of what drains it, and stand-ins for the tests of others. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.push;

import org.jspecify.annotations.NullMarked;
