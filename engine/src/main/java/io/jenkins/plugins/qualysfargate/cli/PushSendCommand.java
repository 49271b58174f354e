package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.push.Push;
import io.jenkins.plugins.qualysfargate.engine.push.ScanWish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts images into the push queue. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Put images into the push queue, as if they had been pushed now.")
final class PushSendCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "Image of ECR with its digest: ACCOUNT.dkr.ecr.REGION.amazonaws.com/name[:tag]@sha256:…")
    private List<String> images = new ArrayList<>();

    @Option(names = "--again", description = "Scan also what was scanned before.")
    private boolean again;

    @Mixin
    private QueueOptions queue = new QueueOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    PushSendCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Instant now = session.clock().instant();
        List<String> bodies =
                images.stream().map(image -> ScanWish.write(push(image, now))).toList();
        HttpSettings http = network.http(session);
        AwsUse use = AwsUse.calling(aws.settings(http));
        try (ComplianceEngine engine = new ComplianceEngine(session.settings().withAws(use))) {
            queue.open(engine.fleet()).send(bodies);
        }
        common.terminal(session).out().println(bodies.size() + " sent.");
        return ExitStatus.PASS;
    }

    private Push push(String image, Instant now) {
        ImageReference reference = ImageReference.parse(image);
        Digest digest = reference.digest();
        EcrRegistry registry = EcrRegistry.of(reference.registry())
                .orElseThrow(() -> new UsageException(
                        "'" + image + "' is in no private registry of ECR: ACCOUNT.dkr.ecr.REGION.amazonaws.com/… is"
                                + " expected."));
        if (digest == null) {
            throw new UsageException("'" + image + "' names no digest; a push is known by it. Append @sha256:…");
        }
        return new Push(
                registry,
                reference.repository(),
                digest,
                reference.tag(),
                now,
                "sent-" + UUID.randomUUID(),
                again ? now : null);
    }
}
