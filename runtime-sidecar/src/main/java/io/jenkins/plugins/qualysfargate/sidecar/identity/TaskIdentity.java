package io.jenkins.plugins.qualysfargate.sidecar.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The task that the sidecar runs in.
 *
 * @param clusterArn derived from the task's where the endpoint gives only a name
 * @param containers every container of the task, the sidecar's own included
 */
public record TaskIdentity(String taskArn, String clusterArn, String taskFamily, List<Container> containers) {
    private static final String UNKNOWN_WORD = "unknown";

    /** What is said where there is no task: the contract wants the words. */
    public static final TaskIdentity UNKNOWN = new TaskIdentity(UNKNOWN_WORD, UNKNOWN_WORD, UNKNOWN_WORD, List.of());

    public TaskIdentity {
        containers = List.copyOf(containers);
    }

    /**
     * One container of a task.
     *
     * @param id as the runtime names it, also in control group paths
     * @param image as the task definition names it; null if not known
     * @param imageDigest of the manifest that runs, {@code sha256:} and 64 hex digits; null if not known
     */
    public record Container(
            String id,
            @Nullable String name,
            @Nullable String image,
            @Nullable String imageDigest) {
        /** What is said where the container cannot be told. */
        public static final Container UNKNOWN = new Container(UNKNOWN_WORD, null, null, null);
    }

    /**
     * The container that a process runs in.
     *
     * @param controlGroups the text of {@code /proc/<pid>/cgroup}
     */
    public Optional<Container> containerOf(String controlGroups) {
        List<String> parts = List.of(controlGroups.split("[/\\n]"));
        return containers.stream().filter(each -> parts.contains(each.id())).findFirst();
    }
}
