package io.jenkins.plugins.qualysfargate.sidecar.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
    private final ProcessTree tree = new ProcessTree(100);

    @Test
    void shouldKnowAncestors() {
        seen(1, 0, 5);
        seen(10, 1, 10);
        tree.forked(10, 20);
        seen(30, 20, 30);

        assertThat(tree.ancestors(30)).extracting(ProcessFacts::pid).containsExactly(20, 10, 1);
        assertThat(tree.of(20))
                .hasValueSatisfying(each -> assertThat(each.executable()).isEqualTo("/bin/10"));
    }

    @Test
    void shouldReplaceProgramThatIsExecuted() {
        seen(10, 1, 10);
        tree.seen(new ProcessFacts(10, 1, 0, 10, "/bin/other", CommandLine.of(List.of("other"))));

        assertThat(tree.of(10))
                .hasValueSatisfying(each -> assertThat(each.executable()).isEqualTo("/bin/other"));
        assertThat(tree.size()).isOne();
    }

    @Test
    void shouldNotTakeLaterProcessWithSamePidForParent() {
        seen(10, 1, 100);
        seen(20, 10, 50);

        assertThat(tree.ancestors(20)).isEmpty();
    }

    @Test
    void shouldForgetWhatEnded() {
        seen(10, 1, 10);
        seen(20, 10, 20);
        tree.ended(10);
        tree.ended(4711);

        assertThat(tree.of(10)).isEmpty();
        assertThat(tree.ancestors(20)).isEmpty();
        tree.forked(10, 30);
        assertThat(tree.of(30)).isEmpty();
    }

    @Test
    void shouldNotGoRoundInCircles() {
        seen(10, 20, 10);
        seen(20, 10, 10);
        seen(5, 5, 5);

        assertThat(tree.ancestors(10)).hasSizeLessThanOrEqualTo(100);
        assertThat(tree.ancestors(5)).isEmpty();
    }

    @Test
    void shouldCountWhatItForgetsForLackOfRoom() {
        for (int pid = 1; pid <= 150; pid++) {
            seen(pid, 0, pid);
        }

        assertThat(tree.size()).isEqualTo(100);
        assertThat(tree.forgotten()).isEqualTo(50);
        assertThat(tree.of(50)).isEmpty();
        assertThat(tree.of(51)).isPresent();
    }

    private void seen(int pid, int parent, long start) {
        tree.seen(new ProcessFacts(pid, parent, 0, start, "/bin/" + pid, CommandLine.of(List.of())));
    }
}
