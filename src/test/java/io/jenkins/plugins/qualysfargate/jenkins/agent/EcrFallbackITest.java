package io.jenkins.plugins.qualysfargate.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import io.jenkins.plugins.qualysfargate.engine.scan.Resolver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Images in ECR that the agent cannot name. */
@WithJenkins
class EcrFallbackITest {
    private static final Digest DIGEST = new Digest("sha256:" + "ab".repeat(32));
    private static final String IN_ECR = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/payments/api:1";

    private final List<String> asked = new ArrayList<>();
    private final ScanMemory memory = new ScanMemory();

    @TempDir
    private Path directory;

    private Resolution resolve(String image, Resolver ecr) {
        TaskListener log = TaskListener.NULL;
        FixedLink link =
                new FixedLink("here", new FilePath(directory.toFile()), new Launcher.LocalLauncher(log), new EnvVars());
        AgentContact contact = new AgentContact(link, log, Duration.ofSeconds(5), Clock.systemUTC(), () -> false);
        // Nobody listens there, so that no name leaves this machine.
        Map<String, String> nowhere = Map.of(
                "HTTPS_PROXY", "http://127.0.0.1:1", "HTTP_PROXY", "http://127.0.0.1:1", "HOME", directory.toString());
        return new AgentResolver(contact, new RegistryCalls(nowhere, Set.of(), ""), memory, ecr)
                .resolve(ImageReference.parse(image), List.of());
    }

    private Resolution fromEcr(ImageReference image, List<Platform> wanted) {
        asked.add(image.toString());
        return new Resolution.Resolved(
                image, DIGEST, List.of(new PlatformManifest(Platform.parse("linux/amd64"), DIGEST, DIGEST)), List.of());
    }

    @Test
    void shouldLookUpAnImageInEcrFromHereWhenTheAgentCannot(JenkinsRule jenkins) {
        Resolution found = resolve(IN_ECR, this::fromEcr);

        assertThat(found).isInstanceOfSatisfying(Resolution.Resolved.class, it -> assertThat(it.topDigest())
                .isEqualTo(DIGEST));
        // Also after a restart it is the same image, whatever its tag stands for by then.
        assertThat(resolve(IN_ECR, this::fromEcr)).isInstanceOf(Resolution.Resolved.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void shouldLeaveItToTheAgentElsewhereAndWhereNothingIsSetUp(JenkinsRule jenkins) {
        assertThat(resolve("registry.example/payments/api:1", this::fromEcr)).isInstanceOf(Resolution.Unresolved.class);
        assertThat(resolve(IN_ECR, null)).isInstanceOf(Resolution.Unresolved.class);
        assertThat(asked).isEmpty();
    }
}
