/** What the original scanner left in S3 and DynamoDB, read with the doubt that its faults deserve. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.original;

import org.jspecify.annotations.NullMarked;
