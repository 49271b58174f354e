/** Runs that are started to make up for failed ones: guarded, at most once, on record, and followed until they really scan. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.resubmit;

import org.jspecify.annotations.NullMarked;
