package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.FilePath;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a job names. Arbitrary files: SECURITY-2090 warnings-ng, 2214, 870 fortify, 1668 cobertura, 3672, 3790. */
class WorkspaceTextTest {
    @TempDir
    private Path directory;

    private Path workspace;

    @BeforeEach
    void makeWorkspace() throws Exception {
        workspace = Files.createDirectory(directory.resolve("workspace"));
        Files.writeString(directory.resolve("secret"), "not for jobs");
    }

    @Test
    void shouldReadAFileOfTheWorkspaceAlsoThroughALinkThatStaysInside() throws Exception {
        Files.writeString(Files.createDirectory(workspace.resolve("ci")).resolve("policy.yaml"), "version: 1");
        Files.createSymbolicLink(workspace.resolve("link"), Path.of("ci/policy.yaml"));

        assertThat(read("ci/policy.yaml")).isEqualTo("version: 1");
        assertThat(read("ci/../link")).isEqualTo("version: 1");
    }

    @Test
    void shouldReadNoFileOutsideByNameOrLink() throws Exception {
        Files.createSymbolicLink(workspace.resolve("link"), directory.resolve("secret"));
        Files.createSymbolicLink(workspace.resolve("up"), directory);
        Files.writeString(
                Files.createDirectory(directory.resolve("workspace2")).resolve("a"), "of a neighbour with a like name");

        for (String path : new String[] {
            "../secret", directory.resolve("secret").toString(), "link", "up/secret", "../workspace2/a", "/etc/passwd"
        }) {
            assertThatThrownBy(() -> read(path)).as(path).hasMessageContaining("it is not in the workspace");
        }
    }

    @Test
    void shouldReadNothingButASmallFile() throws Exception {
        Files.write(workspace.resolve("large"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> read("large")).hasMessageContaining("longer than 1048576 bytes");
        assertThatThrownBy(() -> read("gone")).hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> read(".")).hasMessageContaining("there is no such file");
    }

    @Test
    void shouldFindNothingInAWorkspaceThatIsStillToBeMade() throws Exception {
        Files.delete(workspace);

        assertThatThrownBy(() -> read("policy.yaml")).hasMessageContaining("there is no such file");
    }

    private String read(String path) throws Exception {
        return WorkspaceText.read(new FilePath(workspace.toFile()), "policyFile", path);
    }
}
