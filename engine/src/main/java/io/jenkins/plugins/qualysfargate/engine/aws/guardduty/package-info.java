/** Which ECS clusters the runtime monitoring of Amazon GuardDuty covers. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import org.jspecify.annotations.NullMarked;
