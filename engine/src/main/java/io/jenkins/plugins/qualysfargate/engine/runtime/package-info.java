/** What was seen in running tasks, as it is stored and asked for; who sees it is the sidecar's matter. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.runtime;

import org.jspecify.annotations.NullMarked;
