/** Tests of runtime coverage. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import org.jspecify.annotations.NullMarked;
