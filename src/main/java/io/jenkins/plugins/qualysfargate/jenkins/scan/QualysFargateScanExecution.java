package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.agent.JenkinsStoppingException;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScanMemory;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScanResult;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Scans beside the Pipeline's own thread. After a restart of Jenkins it goes through the same scan again, and its memory
 * turns what was begun before into waiting for it; there is no way from a restart to a result that nobody saw.
 */
final class QualysFargateScanExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final int SECONDS_TO_STOP = 60;

    private final ScanParameters parameters;
    private final ScanMemory memory = new ScanMemory();

    private transient AtomicReference<Throwable> stopCause;
    private transient AtomicBoolean ended;
    private transient JenkinsFacade jenkins;

    QualysFargateScanExecution(StepContext context, ScanParameters parameters) {
        super(context);
        this.parameters = parameters;
    }

    @Override
    public boolean start() {
        begin();
        return false;
    }

    @Override
    public void onResume() {
        begin();
    }

    private void begin() {
        stopCause = new AtomicReference<>();
        ended = new AtomicBoolean();
        jenkins = JenkinsFacade.get();
        memory.savedBy(getContext()::saveState);
        Computer.threadPoolForRemoting.execute(this::work);
    }

    /** The worker sees the request and stops the scanner; if it cannot, the build ends without it. */
    @Override
    public void stop(@NonNull Throwable cause) {
        stopCause.set(cause);
        Timer.get().schedule(() -> end(() -> getContext().onFailure(cause)), SECONDS_TO_STOP, TimeUnit.SECONDS);
    }

    /** Whatever breaks a scan ends the step, which would wait for ever otherwise. */
    private void work() {
        FutureTask<ScanResult> scan = new FutureTask<>(this::scan);
        scan.run();
        try {
            ScanResult result = scan.get();
            Throwable stopped = stopCause.get();
            end(() -> {
                if (stopped != null) {
                    getContext().onFailure(stopped);
                } else {
                    react(result);
                }
            });
        } catch (ExecutionException failed) {
            fail(failed.getCause());
        } catch (InterruptedException interrupted) {
            fail(interrupted);
        }
    }

    private void fail(Throwable cause) {
        if (cause instanceof JenkinsStoppingException) {
            // The step goes on when Jenkins is back.
            return;
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        boolean refused = cause instanceof ScanRefusedException;
        end(() -> getContext().onFailure(refused ? new AbortException(cause.getMessage()) : cause));
    }

    private ScanResult scan() throws ScanRefusedException, IOException, InterruptedException {
        Run<?, ?> run = getContext().get(Run.class);
        TaskListener listener = getContext().get(TaskListener.class);
        return new ScanTask(run, new ContextLink(getContext()), listener, memory)
                .perform(parameters, () -> stopCause.get() != null);
    }

    private void react(ScanResult result) {
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

    private void mark(Result reaction, ScanResult result) throws IOException, InterruptedException {
        FlowNode node = getContext().get(FlowNode.class);
        if (node != null && parameters.isMarkStage()) {
            node.addOrReplaceAction(new WarningAction(reaction).withMessage(Reaction.message(result)));
        }
    }

    private void end(Runnable answer) {
        if (jenkins.isRunning() && ended.compareAndSet(false, true)) {
            answer.run();
        }
    }

    @Override
    public String getStatus() {
        return "scanning";
    }
}
