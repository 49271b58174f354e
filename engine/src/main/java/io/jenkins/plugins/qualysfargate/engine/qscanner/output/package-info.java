/**
 * Reads what one run of QScanner left behind, and decides whether it is evidence: complete, current, of exactly the image
 * that was asked for.
 */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import org.jspecify.annotations.NullMarked;
