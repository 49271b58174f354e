package io.jenkins.plugins.qualysfargate.jenkins.agent;

import hudson.FilePath;
import hudson.Util;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOutput;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings the files of a scan to the controller, where they are read with limits: names are made up here, sizes are
 * bounded, and nothing but the bytes of regular files comes over.
 */
public final class IncomingFiles {
    private static final Logger LOGGER = Logger.getLogger(IncomingFiles.class.getName());
    private static final int BUFFER = 1 << 16;
    /** A scan writes a report and an inventory. */
    private static final int LARGE_FILES = 2;

    private final Path parent;
    private final long longest;

    /**
     * @param parent directory of the controller; made when it is first needed
     * @param longest file that is read, in bytes
     */
    IncomingFiles(Path parent, long longest) {
        this.parent = parent;
        this.longest = longest;
    }

    /** The place of this Jenkins for them. */
    public static IncomingFiles of(JenkinsFacade jenkins) {
        return new IncomingFiles(jenkins.home().resolve("incoming"), ReadLimits.DEFAULT.bytes());
    }

    /** What a Jenkins that was killed has left is fetched again by the scans that go on. */
    @Initializer(after = InitMilestone.SYSTEM_CONFIG_LOADED, before = InitMilestone.JOB_LOADED)
    public static void deleteLeftovers() {
        Path left = of(JenkinsFacade.get()).parent;
        if (Files.isDirectory(left)) {
            delete(left);
        }
    }

    /**
     * All files of a directory of the agent; closing the output deletes them here.
     *
     * @throws IOException if there are more or larger ones than a scan writes, or this controller cannot keep them
     */
    ScanOutput fetch(AgentContact contact, String directory) throws IOException, InterruptedException {
        ListOutput.Listing listing = contact.insist(
                "list the reports of a scan", link -> at(link, directory).act(new ListOutput()));
        Path local = Files.createTempDirectory(Files.createDirectories(parent), "scan-");
        boolean complete = false;
        long bytes = 0;
        try {
            for (OutputFile file : listing.files()) {
                Path target = unused(local, file.localName());
                if (file.isRegular()) {
                    contact.insist("fetch the reports of a scan", link -> {
                        copy(at(link, directory).child(file.name()), target);
                        return target;
                    });
                    bytes += Files.size(target);
                    requireRoom(bytes, directory);
                } else {
                    // A directory where a file should be is no report; the reader says so.
                    Files.createDirectory(target);
                }
            }
            complete = true;
            return new Fetched(local);
        } finally {
            if (!complete) {
                delete(local);
            }
        }
    }

    /** Each file is bounded; a hundred of them are not to fill the disk either. */
    private void requireRoom(long bytes, String directory) throws IOException {
        if (bytes > LARGE_FILES * (longest + 1)) {
            throw new IOException("The scanner's output in " + directory + " has more than " + LARGE_FILES * longest
                    + " bytes, which no scan writes; it was not taken. Look at the agent.");
        }
    }

    /** Two names may become one when they are made harmless, and both files must be seen. */
    private static Path unused(Path directory, String name) {
        Path path = directory.resolve(name);
        for (int number = 1; Files.exists(path); number++) {
            path = directory.resolve(number + "-" + name);
        }
        return path;
    }

    private static FilePath at(AgentLink link, String directory) throws IOException, InterruptedException {
        return new FilePath(link.workspace().getChannel(), directory);
    }

    /** One byte more than is ever read, so that the reader can tell that there was too much. */
    private void copy(FilePath from, Path to) throws IOException, InterruptedException {
        long left = longest + 1;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.read();
                OutputStream out = Files.newOutputStream(to)) {
            for (int count = in.read(buffer); count >= 0 && left > 0; count = in.read(buffer)) {
                int taken = (int) Math.min(count, left);
                out.write(buffer, 0, taken);
                left -= taken;
            }
        }
    }

    private static void delete(Path directory) {
        try {
            Util.deleteRecursive(directory.toFile());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not delete " + directory + "; delete it by hand");
        }
    }

    private record Fetched(Path directory) implements ScanOutput {
        @Override
        public void close() {
            delete(directory);
        }
    }
}
