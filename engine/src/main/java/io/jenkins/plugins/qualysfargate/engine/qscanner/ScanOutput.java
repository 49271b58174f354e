package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.nio.file.Path;

/** What one attempt to scan wrote, on this machine and gone when it is closed. */
public interface ScanOutput extends AutoCloseable {

    /** A directory that holds the reports of this attempt and nothing else. */
    Path directory();

    @Override
    void close();
}
