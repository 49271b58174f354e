package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.registry.Artifact;
import io.jenkins.plugins.qualysfargate.engine.registry.Attachment;
import io.jenkins.plugins.qualysfargate.engine.registry.Referrers;
import io.jenkins.plugins.qualysfargate.engine.report.StatusDocument;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what a run found beside the images that it looked at, in their registries. */
final class StatusInRegistry {
    private final Referrers referrers;

    StatusInRegistry(Referrers referrers) {
        this.referrers = referrers;
    }

    /** What could not be kept, a sentence each. */
    List<String> of(GateRun run) {
        List<String> remarks = new ArrayList<>();
        for (JudgedImage image : run.outcome().images()) {
            ScanId id = run.scanIdOf(image);
            attach(image, id == null ? null : id.value())
                    .ifPresent(refused -> remarks.add(refused.message() + " " + refused.howToFix()));
        }
        return remarks;
    }

    private Optional<Attachment.Refused> attach(JudgedImage image, @Nullable String scanId) {
        Digest digest = image.digest();
        String name = image.name();
        if (digest == null || name == null) {
            // What was never resolved stands in no registry under a name that is known.
            return Optional.empty();
        }
        Attachment attachment = referrers.attach(
                ImageReference.parse(name).at(digest),
                Artifact.of(
                        StatusDocument.MEDIA_TYPE,
                        StatusDocument.json(image, scanId),
                        StatusDocument.annotations(image)));
        return attachment instanceof Attachment.Refused refused ? Optional.of(refused) : Optional.empty();
    }
}
