package io.jenkins.plugins.qualysfargate.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.qscanner.HostLostException;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import io.jenkins.plugins.qualysfargate.engine.scan.Resolver;
import java.io.IOException;
import java.util.List;

/**
 * Resolves image names on the agent, each once: what it answered counts for the whole step, also after a restart. An image
 * in ECR that the agent cannot name is looked up from here, if there is a way to.
 */
public final class AgentResolver implements Resolver {
    private final AgentContact contact;
    private final RegistryCalls calls;
    private final ScanMemory memory;

    @CheckForNull
    private final Resolver ecr;

    /** @param ecr for images in ECR that the agent cannot name; null to leave it at the agent's answer */
    public AgentResolver(AgentContact contact, RegistryCalls calls, ScanMemory memory, @CheckForNull Resolver ecr) {
        this.contact = contact;
        this.calls = calls;
        this.memory = memory;
        this.ecr = ecr;
    }

    @Override
    public Resolution resolve(ImageReference image, List<Platform> wanted) {
        String key = image + " " + wanted;
        try {
            ResolvedText answer = memory.resolved(key);
            if (answer == null) {
                answer = contact.insist(
                        "resolve " + image, link -> temporary(link).act(new ResolveImage(image, wanted, calls)));
                if (!answer.isResolved() && ecr != null && isInEcr(image)) {
                    answer = ResolvedText.of(ecr.resolve(image, wanted));
                }
                if (answer.isResolved()) {
                    memory.resolved(key, answer);
                }
            }
            return answer.resolution(image);
        } catch (HostLostException lost) {
            return new Resolution.Unresolved(lost.verdict());
        } catch (IllegalArgumentException nonsense) {
            return unresolved(
                    IndeterminateCause.IMAGE_UNRESOLVED,
                    "The agent's answer for " + image + " could not be used: " + nonsense.getMessage() + ".",
                    "Look at the agent; it may run other code than this Jenkins expects.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unresolved(
                    IndeterminateCause.CANCELLED,
                    "The scan of " + image + " was cancelled before its name was resolved.",
                    "Scan again.");
        }
    }

    private static boolean isInEcr(ImageReference image) {
        return EcrRegistry.of(image.registry()).isPresent();
    }

    private static Resolution unresolved(IndeterminateCause cause, String message, String howToFix) {
        return new Resolution.Unresolved(new Verdict.Indeterminate(cause, message, howToFix));
    }

    private static FilePath temporary(AgentLink link) throws IOException, InterruptedException {
        FilePath workspace = link.workspace();
        FilePath temporary = WorkspaceList.tempDir(workspace);
        return temporary == null ? workspace : temporary;
    }
}
