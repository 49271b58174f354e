/** What every source of scans needs: no account is locked, clocks are compared, foreign values are read leniently and bounded. */
@NullMarked
package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import org.jspecify.annotations.NullMarked;
