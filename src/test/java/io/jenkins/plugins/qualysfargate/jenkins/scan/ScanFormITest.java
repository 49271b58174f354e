package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.AbstractProject;
import hudson.model.FreeStyleProject;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

/** What stands in a form is what was set, after it was saved by a browser too. */
@WithJenkins
class ScanFormITest {
    private JenkinsRule jenkins;

    @BeforeEach
    void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void shouldKeepTheDefaultsOfEveryStep() throws Exception {
        assertThat(set(roundTrip(new QualysFargateScanStep()))).isEmpty();
        assertThat(set(jenkins.configRoundtrip(new QualysFargateBuilder(null)).getScan()))
                .isEmpty();
        assertThat(set(jenkins.configRoundtrip(new QualysFargatePublisher(null)).getScan()))
                .isEmpty();
    }

    @Test
    void shouldKeepEveryParameterOfEveryStep() throws Exception {
        Map<String, Object> everything = set(step(EveryParameter.values()));

        assertThat(everything).containsOnlyKeys(EveryParameter.values().keySet());
        assertThat(set(roundTrip(step(EveryParameter.values())))).isEqualTo(everything);
        ScanParameters parameters =
                DescribableModel.of(ScanParameters.class).instantiate(EveryParameter.values(), null);
        assertThat(set(jenkins.configRoundtrip(new QualysFargateBuilder(parameters))
                        .getScan()))
                .isEqualTo(everything);
        assertThat(set(jenkins.configRoundtrip(new QualysFargatePublisher(parameters))
                        .getScan()))
                .isEqualTo(everything);
    }

    @Test
    void shouldKeepThresholdsOfNone() throws Exception {
        QualysFargateScanStep after = roundTrip(step(Map.of("thresholds", EveryParameter.thresholds())));

        assertThat(after.getThresholds().getCritical()).isZero();
        assertThat(after.getThresholds().getHigh()).isEqualTo(10);
        assertThat(after.getThresholds().getMedium()).isNull();
        assertThat(after.getThresholds().getTotal()).isNull();
    }

    @Test
    void shouldKeepOneImageOfAListAndReportsThatNobodyWants() throws Exception {
        QualysFargateScanStep after =
                roundTrip(step(Map.of("images", List.of("registry.example/only:1"), "archive", "")));

        assertThat(after.getImages()).containsExactly("registry.example/only:1");
        assertThat(after.getArchive()).isEmpty();
    }

    @Test
    void shouldBeWrittenAsAPipelineThatGivesTheSameStep() throws Exception {
        assertThat(Snippetizer.object2Groovy(new QualysFargateScanStep())).isEqualTo("qualysFargateScan()");
        assertThat(Snippetizer.object2Groovy(step(Map.of("image", "registry.example/a:1"))))
                .isEqualTo("qualysFargateScan image: 'registry.example/a:1'");
        assertThat(Snippetizer.object2Groovy(step(Map.of("thresholds", EveryParameter.thresholds()))))
                .isEqualTo("qualysFargateScan(thresholds: [critical: 0, high: 10])");

        QualysFargateScanStep every = step(EveryParameter.values());
        assertThat(WrittenStep.read(Snippetizer.object2Groovy(every))).satisfies(arguments -> {
            assertThat(arguments).containsOnlyKeys(EveryParameter.values().keySet());
            assertThat(set(step(arguments))).isEqualTo(set(every));
        });
    }

    @Test
    void shouldBeWrittenByTheSnippetGenerator() throws Exception {
        String form = """
                {"stapler-class": "%s", "$class": "%s", "image": "", "images": ["registry.example/a:1"],
                 "thresholds": {"critical": "0", "high": "", "medium": "", "low": "", "informational": "", "total": ""},
                 "timeoutMinutes": "5", "cache": true, "cacheMaxAgeDays": "30", "markStage": true, "scanTypes": "pkg,secret",
                 "archive": "html,json", "onViolation": "unstable", "onIndeterminate": "fail", "baseline": "previous"}
                """.formatted(QualysFargateScanStep.class.getName(), QualysFargateScanStep.class.getName());

        assertThat(Generators.ask(jenkins, "pipeline-syntax/generateSnippet", form))
                .isEqualTo("qualysFargateScan images: ['registry.example/a:1'], onViolation: 'unstable',"
                        + " thresholds: [critical: 0]");
    }

    private static QualysFargateScanStep step(Map<String, Object> arguments) throws Exception {
        return DescribableModel.of(QualysFargateScanStep.class).instantiate(arguments, null);
    }

    /** What is not the default. */
    private static Map<String, Object> set(Object parameters) {
        return DescribableModel.uninstantiate2_(parameters).toMap();
    }

    private QualysFargateScanStep roundTrip(QualysFargateScanStep before) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new StepHolder(before));
        FreeStyleProject after = jenkins.configRoundtrip(job);
        return after.getBuildersList().get(StepHolder.class).getStep();
    }

    /** Shows the form of the Pipeline step in a job, because a browser in a test can save one. */
    public static final class StepHolder extends Builder {
        private final QualysFargateScanStep step;

        @DataBoundConstructor
        public StepHolder(QualysFargateScanStep step) {
            this.step = step;
        }

        public QualysFargateScanStep getStep() {
            return step;
        }

        /** For tests alone. */
        @TestExtension
        public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
            @Override
            public String getDisplayName() {
                return "A Pipeline step";
            }

            @Override
            @SuppressWarnings("rawtypes") // The signature is given.
            public boolean isApplicable(Class<? extends AbstractProject> type) {
                return true;
            }
        }
    }
}
