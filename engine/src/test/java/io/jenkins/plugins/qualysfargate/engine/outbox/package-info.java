@NullMarked
package io.jenkins.plugins.qualysfargate.engine.outbox;

import org.jspecify.annotations.NullMarked;
