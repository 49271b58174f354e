@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.secret;

import org.jspecify.annotations.NullMarked;
