package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import static io.jenkins.plugins.qualysfargate.sidecar.tracer.FakeTraceKernel.CLONE;
import static io.jenkins.plugins.qualysfargate.sidecar.tracer.FakeTraceKernel.EXEC;
import static io.jenkins.plugins.qualysfargate.sidecar.tracer.FakeTraceKernel.FORK;
import static io.jenkins.plugins.qualysfargate.sidecar.tracer.FakeTraceKernel.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.sidecar.libc.LibC;
import io.jenkins.plugins.qualysfargate.sidecar.process.FakeProcesses;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.TraceKernel.Report;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a fake kernel: orders of events that a real one shows only now and then. */
class TraceLoopTest {
    private final FakeTraceKernel kernel = new FakeTraceKernel();
    private final FakeProcesses processes = new FakeProcesses().with(10, 1, "/bin/sh", "sh");
    private final RecordingListener listener = new RecordingListener();
    private final Tracees tracees = new Tracees();
    private final TraceLoop loop = new TraceLoop(kernel, processes, listener, tracees);
    private final Attach attach = new Attach(kernel, processes, listener, tracees, loop);

    @BeforeEach
    void attach() {
        attach.toTree(10);
        kernel.calls.clear();
        listener.heard.clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 15, 17, 64})
    void shouldPassSignalsOn(int signal) {
        loop.answer(new Report.Stopped(10, signal, 0));

        assertThat(kernel.calls).containsExactly("resume 10 " + signal);
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 20, 21, 22})
    void shouldLeaveStoppedWhatSignalStopped(int signal) {
        loop.answer(new Report.Stopped(10, signal, STOP));

        assertThat(kernel.calls).containsExactly("listen 10");
    }

    @Test
    void shouldResumeWhatIsContinued() {
        loop.answer(new Report.Stopped(10, FakeTraceKernel.SIGTRAP, STOP));

        assertThat(kernel.calls).containsExactly("resume 10 0");
        assertThat(listener.heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 77})
    void shouldResumeAtEventsThatItDoesNotKnow(int event) {
        kernel.willStop(10, event);
        loop.answerPending();

        assertThat(kernel.calls).containsExactly("resume 10 0");
    }

    @Test
    void shouldTellForkOnceWhenParentReportsFirst() {
        child(20);
        kernel.willStop(10, FORK, 20);
        kernel.willStop(20, STOP);
        loop.answerPending();

        assertThat(listener.heard).containsExactly("forked 10 20");
        assertThat(kernel.calls).containsExactly("resume 10 0", "resume 20 0");
    }

    @Test
    void shouldTellForkOnceWhenChildReportsFirst() {
        child(20);
        kernel.willStop(20, STOP);
        kernel.willStop(10, FORK, 20);
        loop.answerPending();

        assertThat(listener.heard).containsExactly("forked 10 20");
    }

    @Test
    void shouldTellForkOnceWhenChildIsGoneBeforeParentReports() {
        child(20);
        kernel.willStop(20, STOP);
        kernel.willStop(20, EXEC, 20);
        kernel.willReport(new Report.Ended(20, 3));
        kernel.willStop(10, FORK, 20);
        loop.answerPending();

        assertThat(listener.heard).containsExactly("forked 10 20", "executed 20", "ended 20 3");
        assertThat(tracees.count()).isOne();
    }

    @Test
    void shouldNotTellThreadsAsProcesses() {
        kernel.willStop(10, CLONE, 11);
        kernel.willStop(11, STOP);
        kernel.willReport(new Report.Ended(11, 0));
        kernel.willStop(12, STOP);
        kernel.willReport(new Report.Ended(12, 0));
        kernel.willStop(10, CLONE, 12);
        loop.answerPending();

        assertThat(listener.heard).isEmpty();
        assertThat(kernel.calls).contains("reap 11", "reap 12");
        assertThat(tracees.count()).isOne();
    }

    @Test
    void shouldTellProcessOfThreadThatForks() {
        child(20);
        kernel.willStop(10, CLONE, 11);
        kernel.willStop(11, FORK, 20);
        loop.answerPending();

        assertThat(listener.heard).containsExactly("forked 10 20");
    }

    @Test
    void shouldForgetOtherThreadsWhenOneOfThemExecutes() {
        kernel.willStop(10, CLONE, 11);
        kernel.willStop(10, EXEC, 11);
        loop.answerPending();

        assertThat(listener.heard).containsExactly("executed 10");
        assertThat(tracees.count()).isOne();
    }

    @Test
    void shouldTellExecutionOfWhatIsGoneAlready() {
        processes.without(10);
        kernel.willStop(10, EXEC, 10);
        loop.answerPending();

        assertThat(listener.heard).containsExactly("executed 10 unseen");
        assertThat(kernel.calls).containsExactly("resume 10 0");
    }

    @Test
    void shouldResumeParentWhoseChildTheKernelDoesNotName() {
        kernel.willStop(10, FORK, 0);
        loop.answerPending();

        assertThat(kernel.calls).containsExactly("resume 10 0");
        assertThat(tracees.count()).isOne();
    }

    @Test
    void shouldSayOnceThatAllEnded() {
        kernel.willReport(new Report.Ended(10, 143));
        loop.answerPending();
        loop.answer(kernel.await());
        loop.answer(kernel.await());

        assertThat(listener.heard).containsExactly("ended 10 143", "all ended");
    }

    @Test
    void shouldAttachToThreadsAndDescendantsButNotToItself() {
        processes
                .with(20, 10, "/bin/a", "a")
                .withThread(20, 21)
                .with(30, 20, "/bin/b", "b")
                .with(FakeTraceKernel.OWN_PROCESS, 10, "/java", "java")
                .with(50, 1, "/bin/other", "other");

        assertThat(attach.toTree(10)).isEqualTo(new AttachOutcome.Attached(3, 0));
        assertThat(kernel.calls).containsExactlyInAnyOrder("seize 20", "seize 21", "seize 30");
        assertThat(listener.heard).containsExactly("found 20", "found 30");
        assertThat(attach.toTree(10)).isEqualTo(new AttachOutcome.Attached(0, 0));
    }

    @Test
    void shouldSayWhoTracesAlready() {
        processes.with(40, 1, "/bin/a", "a").tracedBy(40, 7);
        kernel.refusals.put(40, LibC.EPERM);

        assertThat(attach.toTree(40)).isEqualTo(new AttachOutcome.Refused(LibC.EPERM, 7));
    }

    @Test
    void shouldAttachToTheOthersWhenOneThreadIsRefused() {
        processes.with(40, 1, "/bin/a", "a").withThread(40, 41).withThread(40, 42);
        kernel.refusals.put(41, LibC.EPERM);

        assertThat(attach.toTree(40)).isEqualTo(new AttachOutcome.Attached(2, 1));
    }

    @Test
    void shouldNotCountAsRefusedWhatItTracesAlready() {
        processes.with(40, 1, "/bin/a", "a").withThread(40, 41).tracedBy(40, FakeTraceKernel.OWN_THREAD);
        kernel.refusals.put(41, LibC.EPERM);

        assertThat(attach.toTree(40)).isEqualTo(new AttachOutcome.Attached(1, 0));
    }

    @Test
    void shouldSayThatProcessIsGone() {
        processes.with(40, 1, "/bin/a", "a");
        kernel.refusals.put(40, LibC.ESRCH);

        assertThat(attach.toTree(40)).isEqualTo(new AttachOutcome.Gone());
        assertThat(attach.toTree(4711)).isEqualTo(new AttachOutcome.Gone());
    }

    @Test
    void shouldAnswerThoseThatAreTracedWhileItAttaches() {
        processes.with(40, 1, "/bin/a", "a");
        for (int thread = 1000; thread < 1200; thread++) {
            processes.withThread(40, thread);
        }
        kernel.willReport(new Report.Stopped(10, 15, 0));
        attach.toTree(40);

        List<String> calls = kernel.calls;
        assertThat(calls.indexOf("resume 10 15")).isBetween(1, 70);
    }

    private void child(int pid) {
        kernel.leaders.add(pid);
        processes.with(pid, 10, "/bin/true", "true");
    }
}
