package io.jenkins.plugins.qualysfargate.jenkins.trend;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ListView;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.jenkins.result.SampleImages;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuild;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuilds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class JobPageITest {
    private final SampleImages samples = SampleImages.at(Instant.now());
    private JenkinsRule jenkins;
    private FreeStyleProject project;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        project = rule.createFreeStyleProject("shop");
    }

    @Test
    void shouldShowNothingOnAJobThatScansNothing() throws Exception {
        jenkins.buildAndAssertSuccess(project);

        HtmlPage page = jenkins.createWebClient().getPage(project);

        assertThat(page.asXml()).doesNotContain("qualys-fargate");
        assertThat(index()).doesNotExist();
        assertThat(jenkins.createWebClient()
                        .getPage(project, "qualys-fargate/")
                        .getBody()
                        .asNormalizedText())
                .contains("Nothing has been scanned yet");
    }

    @Test
    void shouldDrawTheTrendOfItsBuilds() throws Exception {
        scan(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 60));
        scan(samples.unknown("registry.example/shop/web:2"));
        scan(samples.clean("registry.example/shop/web:3", Platform.LINUX_AMD64));

        HtmlPage page = jenkins.createWebClient().getPage(project);

        assertThat(page.querySelector(".qualys-trend-box svg title").getTextContent())
                .isEqualTo("Compliance trend of shop, scanned builds: 3");
        assertThat(page.querySelector(".qualys-trend-box svg desc").getTextContent())
                .contains("1 passed, 1 failed, 1 indeterminate.")
                .contains("#3: Pass, Outstanding 12");
        HtmlPage own = jenkins.createWebClient().getPage(project, "qualys-fargate/");
        assertThat(own.querySelectorAll("tbody tr")).hasSize(3);
        assertThat(own.querySelector("tbody tr").asNormalizedText()).contains("#3", "Pass");
    }

    @Test
    void shouldTellProgramsTheSame() throws Exception {
        scan(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 60));
        scan(samples.unknown("registry.example/shop/web:2"));

        JSONArray builds = JSONObject.fromObject(jenkins.createWebClient()
                        .goTo(project.getUrl() + "qualys-fargate/api/json", "application/json")
                        .getWebResponse()
                        .getContentAsString())
                .getJSONArray("builds");

        assertThat(builds.getJSONObject(0).getInt("number")).isEqualTo(2);
        assertThat(builds.getJSONObject(0).getString("verdict")).isEqualTo("INDETERMINATE");
        assertThat(builds.getJSONObject(0).get("counts")).hasToString("null");
        assertThat(builds.getJSONObject(1).getJSONObject("counts").getLong("critical"))
                .isPositive();
    }

    @Test
    void shouldForgetABuildThatIsDeleted() throws Exception {
        FreeStyleBuild first = scan(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        FreeStyleBuild second = scan(samples.unknown("registry.example/shop/web:2"));

        second.delete();
        assertThat(numbers()).containsExactly(1);
        assertThat(Files.readString(index())).doesNotContain("INDETERMINATE");

        first.delete();
        assertThat(numbers()).isEmpty();
        assertThat(index()).doesNotExist();
    }

    @Test
    void shouldKeepTheLastFiftyBuildsAndTakeSeveralScansTogether() throws Exception {
        FreeStyleBuild build = scan(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        ScannedBuilds.add(build, SampleImages.run(samples.unknown("registry.example/shop/cron:1")));
        assertThat(JobTrends.of(project).builds()).singleElement().satisfies(both -> {
            assertThat(both.verdict().name()).isEqualTo("INDETERMINATE");
            assertThat(both.counts()).isNull();
        });

        for (int i = 0; i < 51; i++) {
            scan(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        }
        assertThat(numbers()).hasSize(50).startsWith(3).endsWith(52);
        assertThat(index()).exists();
        assertThat(Files.size(index())).isLessThan(16 << 10);
    }

    @Test
    void shouldMakeTheIndexAnewIfItIsMissingOrDamaged() throws Exception {
        scan(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        jenkins.buildAndAssertSuccess(project);
        scan(samples.unknown("registry.example/shop/web:2"));
        String written = Files.readString(index());

        for (String damage : new String[] {
            null,
            "",
            "{",
            "[]",
            "{\"schemaVersion\":2,\"builds\":[]}",
            written.replace("FAIL", "BEST").replace("PASS", "BEST"),
            written.replaceFirst("\"number\":\\d+", "\"number\":-1"),
            "x".repeat(300_000)
        }) {
            if (damage == null) {
                Files.delete(index());
            } else {
                Files.writeString(index(), damage);
            }
            jenkins.jenkins.reload();
            project = jenkins.jenkins.getItemByFullName("shop", FreeStyleProject.class);

            assertThat(JobTrends.of(project).builds()).as(damage).isEmpty();
            awaitIndex(written);
            assertThat(numbers()).as(damage).containsExactly(1, 3);
        }
    }

    @Test
    void shouldLoadNoBuildToShowAJob() throws Exception {
        for (int i = 0; i < 5; i++) {
            scan(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        }
        jenkins.jenkins.reload();
        project = jenkins.jenkins.getItemByFullName("shop", FreeStyleProject.class);
        Loads.seen = 0;

        JobPage page = project.getAction(JobPage.class);

        assertThat(page.isShown()).isTrue();
        assertThat(page.getChart()).contains("#5: ");
        assertThat(new ComplianceColumn().last(project).getNumber()).isEqualTo(5);
        assertThat(Loads.seen).isZero();
    }

    @Test
    void shouldShowTheLastScannedBuildInAColumn() throws Exception {
        scan(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 60));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(project);
        ScannedBuilds.add(
                build,
                SampleImages.at(Instant.now().minus(Duration.ofDays(3)))
                        .compared(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64)),
                Instant.now());
        jenkins.createFreeStyleProject("nothing");
        ListView view = new ListView("compliance");
        view.setIncludeRegex(".*");
        view.getColumns().add(new ComplianceColumn());
        jenkins.jenkins.addView(view);

        HtmlPage page = jenkins.createWebClient().goTo("view/compliance/");

        DomElement cell = page.querySelector("#job_shop td:last-child");
        assertThat(cell.asNormalizedText()).contains("Pass", "low", "#2,");
        assertThat(cell.getAttribute("data")).startsWith("9-");
        assertThat(cell.querySelector("a").getAttributes().getNamedItem("href").getNodeValue())
                .endsWith("job/shop/2/qualys-fargate/");
        assertThat(((DomElement) page.querySelector("#job_nothing td:last-child")).getAttribute("data"))
                .isEqualTo("~");
        jenkins.configRoundtrip(view);
        assertThat(view.getColumns().get(ComplianceColumn.class)).isNotNull();
    }

    private FreeStyleBuild scan(JudgedImage image) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(project);
        ScannedBuilds.add(build, SampleImages.run(image));
        return build;
    }

    private List<Integer> numbers() {
        return JobTrends.of(project).builds().stream().map(ScannedBuild::number).toList();
    }

    private Path index() {
        return project.getRootDir().toPath().resolve("qualys-fargate-trend.json");
    }

    private void awaitIndex(String expected) throws Exception {
        for (int i = 0; i < 300; i++) {
            if (Files.exists(index()) && Files.readString(index()).equals(expected)) {
                return;
            }
            Thread.sleep(50);
        }
        assertThat(index()).hasContent(expected);
    }

    /** Counts the builds that Jenkins loads from disk. */
    @org.jvnet.hudson.test.TestExtension
    public static final class Loads extends RunListener<Run<?, ?>> {
        private static int seen;

        @Override
        public boolean allowLoad(hudson.model.Job job, int number) {
            seen++;
            return true;
        }
    }
}
