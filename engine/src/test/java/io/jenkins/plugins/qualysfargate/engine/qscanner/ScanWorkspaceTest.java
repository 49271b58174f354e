package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanWorkspaceTest {
    @TempDir
    private Path root;

    @Test
    void shouldBeEmptyAndForItsOwnerAlone() throws IOException {
        try (ScanWorkspace workspace = ScanWorkspace.create(root.resolve("not/there/yet"))) {
            assertThat(workspace.output()).isEmptyDirectory();
            assertThat(workspace.cache()).isEmptyDirectory();
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(workspace.output().getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void shouldNeverBeTheSameTwice() throws IOException {
        try (ScanWorkspace first = ScanWorkspace.create(root);
                ScanWorkspace second = ScanWorkspace.create(root)) {
            assertThat(first.output()).isNotEqualTo(second.output());
        }
    }

    @Test
    void shouldDeleteClosedDirectoriesAndLinksButNotWhatTheyPointAt() throws IOException {
        Path precious =
                Files.writeString(Files.createDirectory(root.resolve("mine")).resolve("precious"), "keep");
        try (ScanWorkspace workspace = ScanWorkspace.create(root.resolve("work"))) {
            Path closed = Files.createDirectory(workspace.cache().resolve("closed"));
            Files.writeString(closed.resolve("file"), "x");
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
            Files.createSymbolicLink(workspace.output().resolve("link"), precious.getParent());
        }
        assertThat(root.resolve("work")).isEmptyDirectory();
        assertThat(precious).hasContent("keep");
    }
}
