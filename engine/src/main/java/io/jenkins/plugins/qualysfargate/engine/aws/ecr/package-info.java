/** Amazon ECR: logins for its registries, and what is in them. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.ecr;

import org.jspecify.annotations.NullMarked;
