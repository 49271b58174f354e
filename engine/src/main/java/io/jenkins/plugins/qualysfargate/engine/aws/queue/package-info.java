/** The queue of pushed images in SQS. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import org.jspecify.annotations.NullMarked;
