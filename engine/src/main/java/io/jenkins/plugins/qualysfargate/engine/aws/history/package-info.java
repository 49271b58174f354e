/** The history in the cloud: lines and documents in DynamoDB, reports and results in S3, shared by everybody who may call them. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.history;

import org.jspecify.annotations.NullMarked;
