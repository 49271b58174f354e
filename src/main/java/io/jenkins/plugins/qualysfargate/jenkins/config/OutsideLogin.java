package io.jenkins.plugins.qualysfargate.jenkins.config;

import hudson.ExtensionPoint;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;

/** A login for Qualys that is kept outside of Jenkins, for scans for which nobody names credentials. */
public interface OutsideLogin extends ExtensionPoint {

    /** True if administrators have named one. */
    boolean isSet();

    /** Gives the token that is kept there now, whenever a scanner is started. */
    TokenSource tokens();

    /**
     * Name of the platform that it belongs to; empty if it names none.
     *
     * @throws ScanRefusedException if it cannot be read
     */
    String pod() throws ScanRefusedException;
}
