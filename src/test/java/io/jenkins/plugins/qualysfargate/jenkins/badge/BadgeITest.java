package io.jenkins.plugins.qualysfargate.jenkins.badge;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.jenkins.config.QualysConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.result.SampleImages;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuilds;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import jenkins.model.Jenkins;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.FailureBuilder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Badges: SECURITY-906, 2547, 1419 and 2567 (markup in them), 2794 and 2792 (who may see them, and paths). */
@WithJenkins
class BadgeITest {
    private static final String BADGE = "job/shop/qualys-fargate/badge.svg";

    private final SampleImages samples = SampleImages.at(Instant.now());
    private JenkinsRule jenkins;
    private FreeStyleProject project;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        project = rule.createFreeStyleProject("shop");
    }

    @Test
    void shouldSayWhetherTheLastBuildKeepsToThePolicy() throws Exception {
        scan(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 60));
        assertThat(text(BADGE)).contains(">compliance<", ">failed<");
        assertThat(text(BADGE + "?subject=vulnerabilities")).contains(">vulnerabilities<", "critical");

        scan(samples.clean("registry.example/shop/web:2", Platform.LINUX_AMD64));
        assertThat(text(BADGE)).contains(">passed<");
        assertThat(text(BADGE + "?build=1")).contains(">failed<");
        assertThat(text("qualys-fargate/badge/shop.svg")).contains(">passed<");
        assertThat(text("qualys-fargate/badge.svg?job=shop&build=1")).contains(">failed<");
    }

    @Test
    void shouldBeUnknownUnlessTheBuildThatIsAskedForHasAnAnswer() throws Exception {
        assertThat(text(BADGE)).contains(">unknown<");

        scan(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        assertThat(text(BADGE + "?build=77")).contains(">unknown<");
        assertThat(text(BADGE + "?build=lastFailedBuild")).contains(">unknown<");

        scan(samples.unknown("registry.example/shop/web:1"));
        assertThat(text(BADGE)).contains(">unknown<");
        assertThat(text(BADGE + "?subject=vulnerabilities")).contains(">unknown<");

        project.getBuildersList().add(new FailureBuilder());
        jenkins.buildAndAssertStatus(Result.FAILURE, project);
        assertThat(text(BADGE)).contains(">unknown<");
        assertThat(text(BADGE + "?build=lastFailedBuild")).contains(">unknown<");
        assertThat(text(BADGE + "?build=1")).contains(">passed<");
    }

    @Test
    void shouldGoStaleAfterTheSetTime() throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(project);
        Instant then = Instant.now().minus(Duration.ofDays(5));
        JudgedImage old = SampleImages.at(then).clean("registry.example/shop/web:1", Platform.LINUX_AMD64);
        ScannedBuilds.add(build, SampleImages.run(old), Instant.now());
        assertThat(text(BADGE)).contains(">passed<");

        QualysConfiguration.get().setStaleAfterDays(3);
        assertThat(text(BADGE)).contains(">stale, 5 days old<");
    }

    @Test
    void shouldBeServedAsAPictureThatNobodyTakesForAnythingElse() throws Exception {
        scan(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));

        WebResponse badge = get(BADGE, null, null);

        assertThat(badge.getContentType()).isEqualTo("image/svg+xml");
        assertThat(badge.getResponseHeaderValue("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(badge.getResponseHeaderValue("Content-Security-Policy")).isEqualTo("default-src 'none'");
        assertThat(badge.getResponseHeaderValue("Cache-Control")).isEqualTo("public, max-age=60");
    }

    @Test
    void shouldNotBeSentAgainUnlessItChanged() throws Exception {
        scan(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        String tag = get(BADGE, null, null).getResponseHeaderValue("ETag");

        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            assertThat(get(BADGE, null, known).getStatusCode()).as(known).isEqualTo(304);
        }
        assertThat(get(BADGE, null, "\"other\"").getStatusCode()).isEqualTo(200);

        scan(samples.unknown("registry.example/shop/web:1"));
        assertThat(get(BADGE, null, tag).getStatusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseWordsThatItDoesNotKnow() throws Exception {
        for (String query : new String[] {
            "subject=<script>",
            "build=../../secret",
            "build=-1",
            "build=lastBuild%00",
            "build=99999999999",
            "subject=x&build=1"
        }) {
            WebResponse refused = get(BADGE + "?" + query, null, null);

            assertThat(refused.getStatusCode()).as(query).isEqualTo(400);
            assertThat(refused.getContentType()).isEqualTo("text/plain");
            assertThat(refused.getContentAsString())
                    .as(query)
                    .contains("valid are")
                    .doesNotContain("<script>", "secret");
        }
    }

    @Test
    void shouldAnswerAlikeWhetherAJobIsMissingOrMayNotBeSeen() throws Exception {
        secure();

        WebResponse missing = get("qualys-fargate/badge/none.svg", null, null);
        WebResponse forbidden = get("qualys-fargate/badge/shop.svg", null, null);

        assertThat(missing.getStatusCode()).isEqualTo(404);
        assertThat(forbidden.getStatusCode()).isEqualTo(404);
        assertThat(forbidden.getContentAsString()).isEqualTo(missing.getContentAsString());
        for (String path : new String[] {
            "badge/",
            "badge",
            "badge/shop",
            "badge/.svg",
            "badge/../shop.svg",
            "badge.svg",
            "badge.svg?job=",
            "badge.svg?job=shop/..",
            "badge/shop/1.svg"
        }) {
            assertThat(get("qualys-fargate/" + path, "reader", null).getStatusCode())
                    .as(path)
                    .isIn(400, 404);
        }
    }

    @Test
    void shouldShowTheBadgeAndNothingElseToThoseWhoMayOnlySeeThat() throws Exception {
        scan(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        secure();

        assertThat(get("qualys-fargate/badge/shop.svg", "watcher", null).getContentAsString())
                .contains(">passed<");
        assertThat(get("qualys-fargate/badge/shop.svg", "watcher", null).getResponseHeaderValue("Cache-Control"))
                .isEqualTo("private, max-age=60");
        assertThat(get("qualys-fargate/badge/shop.svg", "reader", null).getStatusCode())
                .isEqualTo(200);
        assertThat(get(BADGE, "reader", null).getStatusCode()).isEqualTo(200);
        assertThat(get(BADGE, "watcher", null).getStatusCode()).isIn(403, 404);
        assertThat(get("job/shop/qualys-fargate/", "watcher", null).getStatusCode())
                .isIn(403, 404);
        assertThat(get("job/shop/1/qualys-fargate/1/", "watcher", null).getStatusCode())
                .isIn(403, 404);
    }

    @Test
    void shouldFindAJobInAFolder() throws Exception {
        MockFolder folder = jenkins.createFolder("my team");
        project = folder.createProject(FreeStyleProject.class, "web shop");
        scan(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));

        assertThat(text("qualys-fargate/badge/my%20team/web%20shop.svg")).contains(">passed<");
        assertThat(text("qualys-fargate/badge.svg?job=my%20team/web%20shop")).contains(">passed<");
    }

    @Test
    void shouldOfferTextsToCopy() throws Exception {
        project.renameTo("a b");

        HtmlPage page = jenkins.createWebClient().getPage(project, "qualys-fargate/");

        String root = jenkins.getURL().toString();
        assertThat(page.querySelectorAll(".qualys-snippet input"))
                .allSatisfy(
                        input -> assertThat(((HtmlInput) input).isReadOnly()).isTrue())
                .extracting(input -> ((HtmlInput) input).getValue())
                .containsExactly(
                        root + "qualys-fargate/badge/a%20b.svg",
                        "[![Compliance](" + root + "qualys-fargate/badge/a%20b.svg)](" + root
                                + "job/a%20b/qualys-fargate/)",
                        "<a href=\"" + root + "job/a%20b/qualys-fargate/\"><img alt=\"Compliance\" src=\"" + root
                                + "qualys-fargate/badge/a%20b.svg\"></a>",
                        "image:" + root + "qualys-fargate/badge/a%20b.svg[Compliance,link=" + root
                                + "job/a%20b/qualys-fargate/]");
        assertThat(text("qualys-fargate/badge/a%20b.svg")).contains(">unknown<");
    }

    private void secure() {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(BadgePermission.VIEW_STATUS)
                .everywhere()
                .to("watcher"));
    }

    private void scan(JudgedImage image) throws Exception {
        ScannedBuilds.add(jenkins.buildAndAssertSuccess(project), SampleImages.run(image));
    }

    private String text(String path) throws Exception {
        WebResponse response = get(path, null, null);
        assertThat(response.getStatusCode()).as(path).isEqualTo(200);
        return response.getContentAsString();
    }

    private WebResponse get(String path, String user, String known) throws Exception {
        WebClient client = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .withJavaScriptEnabled(false);
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path));
        if (user != null) {
            client.withBasicCredentials(user);
        }
        if (known != null) {
            request.setAdditionalHeader("If-None-Match", known);
        }
        return client.getPage(request).getWebResponse();
    }
}
