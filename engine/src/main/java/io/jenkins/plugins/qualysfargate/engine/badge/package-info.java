/** Decides what a badge says about an outcome, and draws it as SVG; whatever is not known for certain is grey. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.badge;

import org.jspecify.annotations.NullMarked;
