package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.model.Result;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.CoreStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The freestyle steps by their symbols, which a Pipeline and a job generator use. */
@WithJenkins
class StepBuildersInPipelineITest {
    @TempDir
    private Path directory;

    @Test
    void shouldRunAsTheSnippetGeneratorWritesThemAndFillInNothing(JenkinsRule jenkins) throws Exception {
        try (ScanRig rig = ScanRig.in(jenkins, directory)) {
            rig.agent();
            rig.when("clean", "sample", "clean");
            rig.when("vulnerable", "sample", "vulnerable");
            String clean = rig.registry.push("team/clean:1");
            String vulnerable = rig.registry.push("team/vulnerable:1");

            WorkflowRun run = rig.build(
                    Result.FAILURE,
                    builder(scan -> scan.setImage(clean))
                            + publisher(scan -> {
                                scan.setImage(vulnerable);
                                scan.setOnViolation("unstable");
                            })
                            + "echo \"now ${currentBuild.currentResult}\"\n"
                            + builder(scan -> scan.setImage("${BUILD_NUMBER}")));

            jenkins.assertLogContains("now UNSTABLE", run);
            jenkins.assertLogContains("'library/${BUILD_NUMBER}' is not an image reference", run);
        }
    }

    private static String builder(Consumer<ScanParameters> change) {
        return Snippetizer.object2Groovy(new CoreStep(FreestyleRig.builder(change))) + "\n";
    }

    private static String publisher(Consumer<ScanParameters> change) {
        return Snippetizer.object2Groovy(new CoreStep(FreestyleRig.publisher(change))) + "\n";
    }
}
