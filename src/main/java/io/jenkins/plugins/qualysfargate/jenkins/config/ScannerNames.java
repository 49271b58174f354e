package io.jenkins.plugins.qualysfargate.jenkins.config;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.util.List;

/** Tells which scanners can be chosen, for forms that do not need to know what an installation is. */
public interface ScannerNames extends ExtensionPoint {

    /** As they are set now. */
    List<String> scannerNames();

    /** Of everybody who knows some. */
    static List<String> all() {
        return ExtensionList.lookup(ScannerNames.class).stream()
                .flatMap(each -> each.scannerNames().stream())
                .toList();
    }
}
