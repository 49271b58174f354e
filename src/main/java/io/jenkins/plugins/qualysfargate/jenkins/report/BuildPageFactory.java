package io.jenkins.plugins.qualysfargate.jenkins.report;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives a page to every build that has scanned something, and to no other one. */
@SuppressWarnings("rawtypes")
@Extension
public final class BuildPageFactory extends TransientActionFactory<Run> {

    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return BuildPage.class;
    }

    @NonNull
    @Override
    public Collection<? extends Action> createFor(@NonNull Run run) {
        Run<?, ?> build = run;
        return RunScans.existing(build)
                .filter(scans -> !scans.getScans().isEmpty())
                .map(scans -> List.of(new BuildPage(build, scans)))
                .orElse(List.of());
    }
}
