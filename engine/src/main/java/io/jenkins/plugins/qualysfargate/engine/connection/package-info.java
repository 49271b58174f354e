/** Makes sources and channels of what a compliance file says of them. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.connection;

import org.jspecify.annotations.NullMarked;
