package io.jenkins.plugins.qualysfargate.engine.resubmit.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreErrorException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreImage;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreRule;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreService;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.resubmit.ActiveRun;
import io.jenkins.plugins.qualysfargate.engine.resubmit.DefinitionNow;
import io.jenkins.plugins.qualysfargate.engine.resubmit.MakeUpRuns;
import io.jenkins.plugins.qualysfargate.engine.resubmit.RunLook;
import io.jenkins.plugins.qualysfargate.engine.resubmit.SourcePicture;
import io.jenkins.plugins.qualysfargate.engine.resubmit.StartOutcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Images that an Anchore is made to analyse again. It has no zones and no schedules; what is started is told apart from what was
 * there by when it was analysed.
 */
public final class AnchoreMakeUps implements MakeUpRuns {
    private static final String SEPARATOR = "@";

    private final AnchoreService service;
    private final AnchoreRule rule;

    /** @param rule what is expected of its feeds */
    public AnchoreMakeUps(AnchoreService service, AnchoreRule rule) {
        this.service = service;
        this.rule = rule;
    }

    @Override
    public SourcePicture picture(String subjectId, Instant pastFrom, Instant now) throws BlindException {
        AnchoreImage image = find(subjectId).orElse(null);
        return new SourcePicture(
                false,
                image == null ? null : definition(image),
                // An analysis that is stuck must not keep itself from being begun again.
                List.of(),
                List.of(),
                List.of(),
                service.components(rule),
                List.of());
    }

    /** An image never changes: another one has another digest. */
    private static DefinitionNow definition(AnchoreImage image) {
        boolean leaving = image.imageStatus().startsWith("delet");
        return new DefinitionNow(
                image.digest().value(),
                image.name(),
                null,
                "",
                true,
                Instant.EPOCH,
                0L,
                leaving ? "being deleted" : image.names().isEmpty() ? "without a tag to pull it by" : null,
                ZoneOffset.UTC);
    }

    @Override
    public List<ActiveRun> active() {
        return List.of();
    }

    @Override
    public StartOutcome start(String subjectId) {
        AnchoreImage image;
        try {
            image = find(subjectId).orElse(null);
        } catch (BlindException noAnswer) {
            return new StartOutcome.NotStarted(noAnswer.situation(), noAnswer.howToFix());
        }
        if (image == null || image.names().isEmpty()) {
            return new StartOutcome.NotStarted(
                    "Anchore has no image " + subjectId + " with a tag to pull it by.", "Add it with a tag.");
        }
        return add(image);
    }

    private StartOutcome add(AnchoreImage image) {
        try {
            Digest analysed = service.add(image.name(), true);
            return analysed.equals(image.digest())
                    ? new StartOutcome.Accepted(runId(image))
                    : new StartOutcome.NotStarted(
                            "The tag " + image.name() + " is another image by now (" + analysed + "), and that one is"
                                    + " analysed.",
                            "Nothing pulls this image by its tag any more: remove it from Anchore, or give it a tag.");
        } catch (AnchoreErrorException refused) {
            return refused.status() < 500
                    ? new StartOutcome.NotStarted(refused.situation(), refused.howToFix())
                    : new StartOutcome.Unclear(refused.situation());
        } catch (BlindException failure) {
            return failure.loginRefused()
                    ? new StartOutcome.NotStarted(failure.situation(), failure.howToFix())
                    : new StartOutcome.Unclear(failure.situation());
        }
    }

    /** Names the last analysis that there was before. */
    private static String runId(AnchoreImage image) {
        Instant before = image.analyzedAt() == null ? Instant.EPOCH : image.analyzedAt();
        return image.digest().value() + SEPARATOR + before.getEpochSecond();
    }

    @Override
    public Optional<RunLook> run(String runId) throws BlindException {
        int at = runId.lastIndexOf(SEPARATOR);
        Instant before = Instant.ofEpochSecond(Long.parseLong(runId.substring(at + 1)));
        return find(runId.substring(0, at)).map(image -> look(image, before));
    }

    private static RunLook look(AnchoreImage image, Instant before) {
        String word = image.analysisStatus();
        boolean anew = image.analyzedAt() != null && image.analyzedAt().isAfter(before.plusSeconds(1));
        return switch (word) {
            case "not_analyzed" -> new RunLook(RunState.QUEUED, false, word, "");
            case "analyzing" -> new RunLook(RunState.RUNNING, true, word, "");
            // Until it is put into the queue again the word is that of the analysis before.
            case "analyzed" ->
                anew ? new RunLook(RunState.COMPLETED, true, word, "") : new RunLook(RunState.QUEUED, false, word, "");
            case "analysis_failed" -> new RunLook(RunState.FAILED, true, word, "");
            default -> new RunLook(RunState.UNRECOGNISED, false, word, "");
        };
    }

    /** To begin an analysis twice does no harm, so whatever is being analysed counts as begun. */
    @Override
    public List<StartedRun> startedSince(String subjectId, Instant from) throws BlindException {
        AnchoreImage image = find(subjectId).orElse(null);
        if (image == null) {
            return List.of();
        }
        boolean analysing = image.analysisStatus().equals("analyzing")
                || image.analysisStatus().equals("not_analyzed");
        boolean analysed = image.analyzedAt() != null && !image.analyzedAt().isBefore(from);
        return analysing || analysed
                ? List.of(new StartedRun(subjectId + SEPARATOR + from.getEpochSecond(), from))
                : List.of();
    }

    private Optional<AnchoreImage> find(String subjectId) throws BlindException {
        Digest digest = Digest.parse(subjectId).orElse(null);
        if (digest == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(service.image(digest));
        } catch (AnchoreErrorException refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
