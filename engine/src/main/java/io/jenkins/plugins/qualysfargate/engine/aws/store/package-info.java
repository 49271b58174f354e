/** DynamoDB tables and S3 buckets as this project uses them: one list of all tables, and calls whose failures name them. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.store;

import org.jspecify.annotations.NullMarked;
