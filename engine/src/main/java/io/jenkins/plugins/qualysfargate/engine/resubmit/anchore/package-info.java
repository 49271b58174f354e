/** Has images of an Anchore analysed again. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.resubmit.anchore;

import org.jspecify.annotations.NullMarked;
