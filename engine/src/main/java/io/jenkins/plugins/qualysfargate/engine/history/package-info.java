/** What happened: every judged scan is kept, found again, compared with and forgotten here, behind one port with several backends. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.history;

import org.jspecify.annotations.NullMarked;
