/** How people are told of incidents: pagers, issues, tickets, topics, mail, chat and a sign of life, each from the same notice. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import org.jspecify.annotations.NullMarked;
