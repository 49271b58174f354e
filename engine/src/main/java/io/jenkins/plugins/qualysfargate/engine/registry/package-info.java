/** Asks a container registry which digests an image name stands for, on every platform, and trusts no answer that it has not checked. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.registry;

import org.jspecify.annotations.NullMarked;
