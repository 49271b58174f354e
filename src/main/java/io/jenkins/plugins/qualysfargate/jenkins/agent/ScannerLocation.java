package io.jenkins.plugins.qualysfargate.jenkins.agent;

import io.jenkins.plugins.qualysfargate.engine.qscanner.VerifiedScanner;
import java.io.IOException;
import java.io.Serializable;

/** Says where the scanner comes from; it is sent to the agent and asked there, before every scan. */
public interface ScannerLocation extends Serializable {

    /**
     * The scanner on this machine, installed if need be and verified always.
     *
     * @throws io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRefusedException if it cannot be had, or is not
     *     what it must be
     */
    VerifiedScanner obtain() throws IOException, InterruptedException;
}
