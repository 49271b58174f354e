/** Tells others on AWS: alerts to a topic of SNS, figures and lines to CloudWatch. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.notify;

import org.jspecify.annotations.NullMarked;
