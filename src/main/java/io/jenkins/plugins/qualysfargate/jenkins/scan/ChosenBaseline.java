package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.Util;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery.Choice;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.scan.BaselineChoice;
import io.jenkins.plugins.qualysfargate.engine.scan.Subject;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScanIds;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.util.Optional;
import java.util.Set;

/** Reads which earlier scan a build is compared with. */
final class ChosenBaseline {
    private static final String BRANCH = "branch:";
    private static final String TAG = "tag:";
    private static final Set<String> WORDS = Set.of("", "previous", "build", "none");

    private ChosenBaseline() {}

    /** @throws ScanRefusedException if the word is unknown, or names a branch that there is not */
    static BaselineChoice of(String word, Run<?, ?> run) throws ScanRefusedException {
        if (word.isEmpty() || word.equals("previous")) {
            return BaselineChoice.PREVIOUS;
        }
        if (word.equals("none")) {
            return BaselineChoice.NONE;
        }
        if (word.equals("build")) {
            return ofBuild(run.getPreviousSuccessfulBuild());
        }
        if (word.startsWith(BRANCH)) {
            return ofBuild(branch(word.substring(BRANCH.length()), run).getLastSuccessfulBuild());
        }
        if (word.startsWith(TAG) && word.length() > TAG.length()) {
            return BaselineChoice.always(new Choice.OfTag(word.substring(TAG.length())));
        }
        return Digest.parse(word)
                .map(digest -> BaselineChoice.always(new Choice.OfDigest(digest)))
                .orElseThrow(() -> new ScanRefusedException("baseline: " + invalid(word)));
    }

    private static String invalid(String word) {
        return "'" + word + "' is not valid; valid are previous, build, branch:NAME, tag:TAG, sha256:… and none.";
    }

    /**
     * Whether a word has a form that is understood; what it names may still not be there.
     *
     * @throws IllegalArgumentException naming the valid ones
     */
    static void check(String word) {
        boolean named = (word.startsWith(BRANCH) && word.length() > BRANCH.length())
                || (word.startsWith(TAG) && word.length() > TAG.length());
        if (!WORDS.contains(word) && !named && Digest.parse(word).isEmpty()) {
            throw new IllegalArgumentException(invalid(word));
        }
    }

    /** A build that did not scan this image gives nothing to compare with. */
    private static BaselineChoice ofBuild(Run<?, ?> build) {
        if (build == null) {
            return BaselineChoice.NONE;
        }
        return subject -> RunScans.existing(build)
                .flatMap(scans -> scans.latest(scan -> find(scans, scan.getId(), subject)))
                .map(Choice.OfScan::new)
                .orElse(null);
    }

    private static Optional<ScanId> find(RunScans scans, String id, Subject subject) {
        return subject.name() == null
                ? Optional.empty()
                : ScanIds.find(scans.directory(id), subject.name(), subject.platform());
    }

    /** Branches of one repository lie beside each other, under names with everything unusual encoded. */
    private static Job<?, ?> branch(String name, Run<?, ?> run) throws ScanRefusedException {
        ItemGroup<? extends Item> siblings = run.getParent().getParent();
        for (String candidate : new String[] {name, Util.rawEncode(name)}) {
            Item item = siblings.getItem(candidate);
            if (item instanceof Job<?, ?> job) {
                return job;
            }
        }
        throw new ScanRefusedException("baseline: there is no branch or job '" + name + "' beside "
                + run.getParent().getFullDisplayName() + " to compare with. Check its name.");
    }
}
