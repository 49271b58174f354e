/** The ledger in DynamoDB, for several controllers: documents, journal and messages in the same transactions. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import org.jspecify.annotations.NullMarked;
