package io.jenkins.plugins.qualysfargate.jenkins.push;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.registry.PushLog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps with a build which images it has pushed, as texts. */
public final class PushedImagesAction extends InvisibleAction {
    private static final int SCHEMA_VERSION = 1;
    private static final int MOST_MISSING = 100;

    @SuppressFBWarnings(
            value = "SS_SHOULD_BE_STATIC",
            justification = "stands in the build's record for later versions")
    private final int schemaVersion = SCHEMA_VERSION;

    private ArrayList<String> images = new ArrayList<>();
    private ArrayList<String> missing = new ArrayList<>();

    private PushedImagesAction() {}

    /** That of this build, which gets one if it has none yet. */
    static PushedImagesAction of(Run<?, ?> run) {
        synchronized (run) {
            PushedImagesAction known = run.getAction(PushedImagesAction.class);
            if (known == null) {
                known = new PushedImagesAction();
                run.addAction(known);
            }
            return known;
        }
    }

    /** Adds what a log says; what does not fit in is missing. */
    synchronized void add(PushLog log) {
        Set<String> all = new LinkedHashSet<>(images);
        log.images().forEach(image -> all.add(image.toString()));
        Set<String> more = new LinkedHashSet<>(missing);
        log.remarks().stream().filter(PushLog.Remark::certain).forEach(remark -> more.add(remark.message()));
        if (all.size() > PushLog.MOST_IMAGES) {
            more.add("The build has pushed more than " + PushLog.MOST_IMAGES + " images; the rest was not taken.");
        }
        // Replaced and not changed, because the build may be saved at any time.
        images = first(all, PushLog.MOST_IMAGES);
        missing = first(more, MOST_MISSING);
    }

    /** Notes that a log could not be read, or not to its end. */
    synchronized void addMissing(String sentence) {
        add(new PushLog(List.of(), List.of(new PushLog.Remark(0, true, sentence))));
    }

    private static ArrayList<String> first(Set<String> texts, int most) {
        return new ArrayList<>(texts.stream().limit(most).toList());
    }

    synchronized List<ImageReference> images() {
        return images.stream().map(ImageReference::parse).toList();
    }

    synchronized List<String> missing() {
        return List.copyOf(missing);
    }
}
