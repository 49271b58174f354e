package io.jenkins.plugins.qualysfargate.jenkins.agent;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/** Lists the scanner's output directory; a link is no regular file. */
final class ListOutput extends MasterToSlaveFileCallable<ListOutput.Listing> {
    private static final long serialVersionUID = 1L;
    /** The scanner writes a handful. */
    private static final int MOST_FILES = 100;

    @Override
    public Listing invoke(File directory, VirtualChannel channel) throws IOException {
        ArrayList<OutputFile> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.toPath())) {
            for (Path entry : entries) {
                boolean regular = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
                files.add(new OutputFile(String.valueOf(entry.getFileName()), regular));
            }
        }
        return new Listing(files);
    }

    /** What the directory holds. */
    static final class Listing implements Serializable {
        private static final long serialVersionUID = 1L;

        private final ArrayList<OutputFile> files;

        Listing(ArrayList<OutputFile> files) {
            this.files = files;
        }

        /** @throws IOException if there are more than a scan writes */
        List<OutputFile> files() throws IOException {
            if (files.size() > MOST_FILES) {
                throw new IOException("The scanner's output holds " + files.size() + " files; at most " + MOST_FILES
                        + " are expected");
            }
            return files;
        }
    }
}
