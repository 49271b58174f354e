/** What was observed, as values, and their one form outside: contracts/runtime-event.schema.json. */
@NullMarked
package io.jenkins.plugins.qualysfargate.sidecar.event;

import org.jspecify.annotations.NullMarked;
