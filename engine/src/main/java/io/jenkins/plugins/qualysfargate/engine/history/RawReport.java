package io.jenkins.plugins.qualysfargate.engine.history;

import java.io.IOException;
import java.io.InputStream;

/** A file that the scanner wrote, to be kept beside the result; opened once for each time that it is sent. */
public record RawReport(String name, Content content) {

    /** Opens the file. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
