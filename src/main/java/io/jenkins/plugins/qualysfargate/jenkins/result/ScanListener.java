package io.jenkins.plugins.qualysfargate.jenkins.result;

import hudson.ExtensionPoint;
import hudson.model.Run;
import jenkins.util.Listeners;

/** Is told when a scan has been recorded with its build. One that breaks is logged and harms neither build nor scan. */
public interface ScanListener extends ExtensionPoint {

    /** The build has one more scan, and is saved. */
    void onRecorded(Run<?, ?> run);

    /** Tells all of them. */
    static void fire(Run<?, ?> run) {
        Listeners.notify(ScanListener.class, true, listener -> listener.onRecorded(run));
    }
}
