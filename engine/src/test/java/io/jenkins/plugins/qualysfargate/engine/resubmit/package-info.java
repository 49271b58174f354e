/** Tests of make-up runs. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.resubmit;

import org.jspecify.annotations.NullMarked;
