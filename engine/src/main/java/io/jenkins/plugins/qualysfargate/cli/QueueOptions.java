package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.Fleet;
import io.jenkins.plugins.qualysfargate.engine.push.PushQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which queue pushes wait. */
final class QueueOptions {
    @Option(
            names = "--queue",
            paramLabel = "NAME|URL",
            description = "Queue of SQS in which pushes wait. Default: ${DEFAULT-VALUE}.",
            defaultValue = "qualys-fargate-image-pushes")
    private String queue = "qualys-fargate-image-pushes";

    @Option(
            names = "--dead-letters",
            paramLabel = "NAME|URL",
            description = "Queue for what is no event. Default: the one that the queue itself names.")
    private @Nullable String deadLetters;

    PushQueue open(Fleet fleet) {
        return fleet.pushes(queue, deadLetters);
    }
}
