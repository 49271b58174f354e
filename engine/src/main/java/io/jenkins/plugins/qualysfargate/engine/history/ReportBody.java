package io.jenkins.plugins.qualysfargate.engine.history;

import java.io.IOException;
import java.io.InputStream;

/** A stored report, opened as often as its findings are iterated. */
@FunctionalInterface
public interface ReportBody {
    InputStream open() throws IOException;
}
