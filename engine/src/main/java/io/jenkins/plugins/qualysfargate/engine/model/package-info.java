/** The values that every feature speaks in: images, findings, reports, verdicts. They know no file, no network and no clock. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.model;

import org.jspecify.annotations.NullMarked;
