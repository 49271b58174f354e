@NullMarked
package io.jenkins.plugins.qualysfargate.engine.aws;

import org.jspecify.annotations.NullMarked;
