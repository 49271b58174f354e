/** Tests of what runs on ECS. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.ecs;

import org.jspecify.annotations.NullMarked;
