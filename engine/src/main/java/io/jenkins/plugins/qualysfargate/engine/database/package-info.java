/** One database file that several processes share by taking turns: opened, migrated, asked, and with an outbox in it. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.database;

import org.jspecify.annotations.NullMarked;
