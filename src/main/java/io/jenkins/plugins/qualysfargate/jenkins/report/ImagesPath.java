package io.jenkins.plugins.qualysfargate.jenkins.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import java.nio.file.Path;

/** {@code images/<number>/} under a scan; the number is counted from 1, as people do. */
public final class ImagesPath {
    private final Run<?, ?> run;
    private final Path directory;

    ImagesPath(Run<?, ?> run, Path directory) {
        this.run = run;
        this.directory = directory;
    }

    /** Null for what is no number; whether there is such an image is seen when it is asked. */
    @CheckForNull
    public ImageFindings getDynamic(String number) {
        return number.matches("[1-9][0-9]{0,5}")
                ? new ImageFindings(run, directory, Integer.parseInt(number) - 1)
                : null;
    }
}
