/** What a check found, as text, JSON, JUnit XML and a page; pure, and everything from outside is escaped. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.check.report;

import org.jspecify.annotations.NullMarked;
