/** Tests of image resolution: pure ones, failures over a fake server, and a real registry. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.registry;

import org.jspecify.annotations.NullMarked;
