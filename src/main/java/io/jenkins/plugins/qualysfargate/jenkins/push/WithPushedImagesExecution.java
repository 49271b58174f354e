package io.jenkins.plugins.qualysfargate.jenkins.push;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Remembers where the log was when the block began, and reads on from there when it has ended, well or not. */
final class WithPushedImagesExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;

    WithPushedImagesExecution(StepContext context) {
        super(context);
    }

    @Override
    public boolean start() throws IOException, InterruptedException {
        long begin = LogRegion.end(getContext().get(Run.class));
        getContext().newBodyInvoker().withCallback(new AtTheEnd(begin)).start();
        return false;
    }

    /** Reads outside of the thread that runs the Pipeline. */
    private final class AtTheEnd extends TailCall {
        private static final long serialVersionUID = 1L;

        private final long begin;

        AtTheEnd(long begin) {
            this.begin = begin;
        }

        @Override
        protected void finished(@NonNull StepContext context) throws IOException, InterruptedException {
            new ReadPushes(context.get(Run.class), context.get(TaskListener.class)).since(begin);
        }
    }
}
