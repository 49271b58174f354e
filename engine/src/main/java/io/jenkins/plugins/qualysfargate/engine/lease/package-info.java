/** Who may do a thing that several processes could do, for how long, and how the others notice that it is over. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.lease;

import org.jspecify.annotations.NullMarked;
