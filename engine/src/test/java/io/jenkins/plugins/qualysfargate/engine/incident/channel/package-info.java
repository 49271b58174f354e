@NullMarked
package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import org.jspecify.annotations.NullMarked;
