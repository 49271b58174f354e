package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** The fresh directories of one attempt to scan, readable by their owner alone and gone when it is closed. */
public final class ScanWorkspace implements ScanOutput {
    private static final System.Logger LOGGER = System.getLogger(ScanWorkspace.class.getName());
    private final Path root;

    private ScanWorkspace(Path root) {
        this.root = root;
    }

    /**
     * Makes the directories below {@code parent}, which is made if it is missing.
     *
     * @throws IOException naming the directory that could not be made
     */
    public static ScanWorkspace create(Path parent) throws IOException {
        // createTempDirectory gives its owner alone access; what lies below is covered by that.
        ScanWorkspace workspace =
                new ScanWorkspace(Files.createTempDirectory(Files.createDirectories(parent), "qscanner-")
                        .toAbsolutePath());
        for (Path directory :
                new Path[] {workspace.output(), workspace.cache(), workspace.home(), workspace.temporary()}) {
            Files.createDirectory(directory);
        }
        return workspace;
    }

    /** Where the scanner writes its reports, and nothing else does. */
    public Path output() {
        return root.resolve("output");
    }

    @Override
    public Path directory() {
        return output();
    }

    ScanDirectories directories() {
        return new ScanDirectories(
                output().toString(),
                cache().toString(),
                home().toString(),
                temporary().toString());
    }

    Path cache() {
        return root.resolve("cache");
    }

    Path home() {
        return root.resolve("home");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /** Deletes everything; links are removed and not followed. What cannot be deleted is logged, not thrown. */
    @Override
    public void close() {
        try {
            if (Files.exists(root)) {
                delete(root);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOGGER.log(Level.WARNING, "Could not delete the scanner's directory " + root + "; delete it by hand", e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            // An unpacked image may hold directories that even their owner may not list.
            PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
            try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
                for (Path child : children) {
                    delete(child);
                }
            }
        }
        Files.delete(path);
    }
}
