@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.ecr;

import org.jspecify.annotations.NullMarked;
