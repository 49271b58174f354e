@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws.notify;

import org.jspecify.annotations.NullMarked;
