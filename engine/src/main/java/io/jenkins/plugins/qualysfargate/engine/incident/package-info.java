/** What people are told of failing scans: incidents as a pure state machine, escalation, mutes, and what is to be sent. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.incident;

import org.jspecify.annotations.NullMarked;
