package io.jenkins.plugins.qualysfargate.jenkins.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jenkins.model.RunAction2;

/** The scans of a build. Only this action writes to the build's record. */
public final class RunScans extends InvisibleAction implements RunAction2 {
    /** Name of the directory beside the build's record that holds one directory for each scan. */
    public static final String DIRECTORY = "qualys-fargate";

    private static final int SCHEMA_VERSION = 1;

    @SuppressFBWarnings(
            value = "SS_SHOULD_BE_STATIC",
            justification = "stands in the build's record for later versions")
    private final int schemaVersion = SCHEMA_VERSION;

    private ArrayList<RecordedScan> scans = new ArrayList<>();
    private int lastId;
    private transient Run<?, ?> run;

    private RunScans(Run<?, ?> run) {
        this.run = run;
    }

    /** The scans of this build, which has none yet if it is asked for the first time. */
    public static RunScans of(Run<?, ?> run) {
        synchronized (run) {
            RunScans known = run.getAction(RunScans.class);
            if (known == null) {
                known = new RunScans(run);
                run.addAction(known);
            }
            return known;
        }
    }

    /** The scans of this build if there are any. */
    public static Optional<RunScans> existing(Run<?, ?> run) {
        return Optional.ofNullable(run.getAction(RunScans.class));
    }

    @Override
    public void onAttached(Run<?, ?> attached) {
        run = attached;
    }

    @Override
    public synchronized void onLoad(Run<?, ?> loaded) {
        run = loaded;
        if (scans == null) {
            scans = new ArrayList<>();
        }
    }

    public Run<?, ?> getRun() {
        return run;
    }

    /** A number for the next scan of this build, which no other one gets. */
    public synchronized String nextId() {
        lastId++;
        return Integer.toString(lastId);
    }

    /** Adds a scan whose files are complete, saves the build, and tells every {@link ScanListener}. */
    public void add(RecordedScan scan) throws IOException {
        synchronized (this) {
            ArrayList<RecordedScan> more = new ArrayList<>(scans);
            more.add(scan);
            scans = more;
        }
        run.save();
        ScanListener.fire(run);
    }

    /** In the order in which they ended. */
    public synchronized List<RecordedScan> getScans() {
        return new ArrayList<>(scans);
    }

    /** The scan of this number; null if there is none. */
    @CheckForNull
    public RecordedScan scan(String id) {
        return getScans().stream()
                .filter(scan -> scan.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The worst verdict of all scans; a build without any is indeterminate. */
    public VerdictKind verdict() {
        return VerdictKind.worst(getScans().stream().map(RecordedScan::verdict).toList());
    }

    /** Where the files of a scan are. The number is one of this action's own and so cannot lead anywhere else. */
    public Path directory(RecordedScan scan) {
        return directory(scan.getId());
    }

    /** Where the files of a scan are going to be. */
    public Path directory(String id) {
        return run.getRootDir().toPath().resolve(DIRECTORY).resolve(id);
    }

    /** The first answer that a scan of this build gives, the latest scan first. */
    public <T> Optional<T> latest(Function<RecordedScan, Optional<T>> question) {
        List<RecordedScan> all = getScans();
        for (int i = all.size() - 1; i >= 0; i--) {
            Optional<T> answer = question.apply(all.get(i));
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }
}
