package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.CheckStatus;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.CheckUnavailableException;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceCheck;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Waits for a look without a thread of its own. After a restart of Jenkins it looks again, which changes nothing. */
final class QualysComplianceCheckExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    private final CheckParameters parameters;

    private transient AtomicBoolean ended;
    private transient JenkinsFacade jenkins;

    QualysComplianceCheckExecution(StepContext context, CheckParameters parameters) {
        super(context);
        this.parameters = parameters;
    }

    @Override
    public boolean start() throws AbortException {
        List<String> problems = parameters.problems();
        if (!problems.isEmpty()) {
            throw new AbortException(String.join(System.lineSeparator(), problems));
        }
        begin();
        return false;
    }

    @Override
    public void onResume() {
        begin();
    }

    private void begin() {
        ended = new AtomicBoolean();
        jenkins = JenkinsFacade.get();
        ComplianceCheck.get().look().whenCompleteAsync(this::looked, Computer.threadPoolForRemoting);
    }

    /** Nothing was begun that would have to be stopped. */
    @Override
    public void stop(@NonNull Throwable cause) {
        end(() -> getContext().onFailure(cause));
    }

    /** Whatever breaks here ends the step, which would wait for ever otherwise. */
    private void looked(CheckStatus status, Throwable failure) {
        if (failure != null) {
            boolean refused = failure instanceof CheckUnavailableException;
            end(() -> getContext().onFailure(refused ? new AbortException(failure.getMessage()) : failure));
            return;
        }
        FutureTask<ComplianceResult> conclusion = new FutureTask<>(() -> conclude(status));
        conclusion.run();
        try {
            ComplianceResult result = conclusion.get();
            end(() -> react(result));
        } catch (ExecutionException failed) {
            end(() -> getContext().onFailure(failed.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            end(() -> getContext().onFailure(interrupted));
        }
    }

    private ComplianceResult conclude(CheckStatus status) throws IOException, InterruptedException {
        return new ConcludeCheck(
                        getContext().get(Run.class),
                        getContext().get(TaskListener.class),
                        getContext().get(FilePath.class))
                .of(status, parameters);
    }

    private void react(ComplianceResult result) {
        Optional<Result> reaction = Reaction.to(result, parameters);
        if (reaction.filter(Result.FAILURE::equals).isPresent()) {
            getContext().onFailure(new AbortException(Reaction.message(result)));
            return;
        }
        try {
            if (reaction.isPresent()) {
                getContext().get(TaskListener.class).getLogger().println(Reaction.message(result));
                getContext().get(Run.class).setResult(reaction.get());
                mark(reaction.get(), result);
            }
            getContext().onSuccess(result);
        } catch (IOException failed) {
            getContext().onFailure(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            getContext().onFailure(interrupted);
        }
    }

    private void mark(Result reaction, ComplianceResult result) throws IOException, InterruptedException {
        FlowNode node = getContext().get(FlowNode.class);
        if (node != null) {
            node.addOrReplaceAction(new WarningAction(reaction).withMessage(Reaction.message(result)));
        }
    }

    /** Once, and not while Jenkins goes down: the step looks again when it is back. */
    private void end(Runnable answer) {
        if (jenkins.isRunning() && ended.compareAndSet(false, true)) {
            answer.run();
        }
    }

    @Override
    public String getStatus() {
        return "looking at scheduled scans";
    }
}
