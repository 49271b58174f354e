/** The outbox in a table of DynamoDB, which takes messages within the transaction of the change that they tell of. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.outbox;

import org.jspecify.annotations.NullMarked;
