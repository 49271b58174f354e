/** Speaks to the gateway of a Qualys platform: gets access tokens, and says whether a login works before a scan needs it. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.qualys;

import org.jspecify.annotations.NullMarked;
