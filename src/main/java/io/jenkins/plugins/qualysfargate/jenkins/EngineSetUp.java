package io.jenkins.plugins.qualysfargate.jenkins;

import hudson.ExtensionPoint;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;

/** What administrators have set up that holds for everything the engine does in this Jenkins; asked anew every time. */
public interface EngineSetUp extends ExtensionPoint {

    /** These settings with what is set up now. */
    EngineSettings of(EngineSettings plain);
}
