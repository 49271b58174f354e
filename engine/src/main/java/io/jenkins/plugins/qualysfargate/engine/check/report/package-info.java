/** What a look at all scans found, for a build's log, for JUnit, and as a page and JSON. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.check.report;

import org.jspecify.annotations.NullMarked;
