package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;

/** Reads a small text file of the workspace, and no other file of the agent or of the controller. */
final class WorkspaceText {
    private static final int LONGEST = 1 << 20;

    private WorkspaceText() {}

    /**
     * The text of the file.
     *
     * @param parameter that names the file, for the message
     * @param path relative to the workspace
     * @throws ScanRefusedException if there is no such file, or it is outside, or too long
     */
    static String read(FilePath workspace, String parameter, String path)
            throws ScanRefusedException, InterruptedException {
        try {
            return workspace.act(new Read(path));
        } catch (IOException e) {
            throw new ScanRefusedException(parameter + ": the file '" + path + "' in the workspace "
                    + workspace.getRemote() + " could not be read: " + e.getMessage()
                    + ". Check its name, and that an earlier step has put it there.");
        }
    }

    private static final class Read extends MasterToSlaveFileCallable<String> {
        private static final long serialVersionUID = 1L;

        private final String path;

        Read(String path) {
            this.path = path;
        }

        @Override
        public String invoke(File workspace, VirtualChannel channel) throws IOException {
            if (!Files.isRegularFile(workspace.toPath().resolve(path))) {
                throw new IOException("there is no such file");
            }
            Path root = workspace.toPath().toRealPath();
            Path file = root.resolve(path);
            if (!file.toRealPath().startsWith(root)) {
                throw new IOException("it is not in the workspace");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LONGEST + 1);
                if (bytes.length > LONGEST) {
                    throw new IOException("it is longer than " + LONGEST + " bytes");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
    }
}
