/** Messages that are saved together with the change that they tell of, and delivered at least once after that. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.outbox;

import org.jspecify.annotations.NullMarked;
