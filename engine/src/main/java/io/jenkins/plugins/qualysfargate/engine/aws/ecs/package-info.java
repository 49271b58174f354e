/** Amazon ECS: which clusters there are, and which images run in them. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.ecs;

import org.jspecify.annotations.NullMarked;
