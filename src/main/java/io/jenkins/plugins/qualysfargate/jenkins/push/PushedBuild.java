package io.jenkins.plugins.qualysfargate.jenkins.push;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.CauseAction;
import hudson.model.Job;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.StringParameterValue;
import hudson.util.RunList;
import io.jenkins.plugins.qualysfargate.engine.push.Push;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.ParameterizedJobMixIn;

/** The build of one job for one push, from the moment it is asked for. */
final class PushedBuild {
    /** A job that builds one digest more often than that at once has other problems. */
    private static final int LOOK_BACK = 200;

    private final Job<?, ?> job;
    private final Push push;

    @CheckForNull
    private Run<?, ?> running;

    @CheckForNull
    private Queue.Item item;

    PushedBuild(Job<?, ?> job, Push push) {
        this.job = job;
        this.push = push;
    }

    /**
     * Puts it into the queue of Jenkins, unless this image is being built or waits there already.
     *
     * @return false if Jenkins refuses
     */
    boolean ask() {
        running = alreadyRunning().orElse(null);
        if (running == null) {
            Map<String, String> values = values();
            item = ParameterizedJobMixIn.scheduleBuild2(
                    job,
                    -1,
                    new CauseAction(new EcrPushCause(push)),
                    new ParametersAction(parameters(values), values.keySet()));
        }
        return running != null || item != null;
    }

    /** What the build is told; every text keeps to the grammar of ECR. */
    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        String registry = push.registry().host();
        values.put("REPOSITORY", push.repository());
        values.put("REGISTRY", registry);
        values.put("DIGEST", push.digest().value());
        values.put("TAG", push.tag() == null ? "" : push.tag());
        values.put(
                "IMAGE",
                registry + "/" + push.repository() + "@" + push.digest().value());
        return values;
    }

    private List<ParameterValue> parameters(Map<String, String> values) {
        List<ParameterValue> all = new ArrayList<>();
        values.forEach((name, value) -> all.add(new StringParameterValue(name, value)));
        ParametersDefinitionProperty property = job.getProperty(ParametersDefinitionProperty.class);
        if (property != null) {
            for (ParameterDefinition each : property.getParameterDefinitions()) {
                ParameterValue value = values.containsKey(each.getName()) ? null : each.getDefaultParameterValue();
                if (value != null) {
                    all.add(value);
                }
            }
        }
        return all;
    }

    private Optional<Run<?, ?>> alreadyRunning() {
        for (Run<?, ?> each : RunList.fromRuns(job.getBuilds()).limit(LOOK_BACK)) {
            EcrPushCause cause = each.getCause(EcrPushCause.class);
            if (each.isBuilding()
                    && cause != null
                    && cause.getDigest().equals(push.digest().value())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The build, if it has begun. */
    Optional<Run<?, ?>> run() {
        if (running == null && item != null) {
            Queue.Item now = Queue.getInstance().getItem(item.getId());
            if (now instanceof Queue.LeftItem left && left.getExecutable() instanceof Run<?, ?> begun) {
                running = begun;
            } else if (now == null) {
                running = alreadyRunning().orElse(null);
            }
        }
        return Optional.ofNullable(running);
    }

    /** True if it was taken out of the queue again, or is nowhere to be found. */
    boolean isCancelled() {
        Queue.Item now = item == null ? null : Queue.getInstance().getItem(item.getId());
        return running == null && (now == null || now instanceof Queue.LeftItem left && left.isCancelled());
    }
}
