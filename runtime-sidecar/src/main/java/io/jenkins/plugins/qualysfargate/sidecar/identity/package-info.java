/** Which task and container an event comes from: the task metadata endpoint of ECS, read and parsed apart. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.identity;

import org.jspecify.annotations.NullMarked;
