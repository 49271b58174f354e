/** Tests of the queue in SQS, and a queue for the tests of others. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import org.jspecify.annotations.NullMarked;
