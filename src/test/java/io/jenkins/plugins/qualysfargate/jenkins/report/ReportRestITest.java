package io.jenkins.plugins.qualysfargate.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.Item;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.jenkins.result.SampleImages;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuilds;
import java.net.URL;
import java.nio.file.Files;
import java.time.Instant;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ReportRestITest {
    private final SampleImages samples = SampleImages.at(Instant.now());
    private JenkinsRule jenkins;
    private FreeStyleBuild build;

    @BeforeEach
    void build(JenkinsRule rule) throws Exception {
        jenkins = rule;
        build = rule.buildAndAssertSuccess(rule.createFreeStyleProject("shop"));
        ScannedBuilds.add(
                build, samples.compared(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 300)));
    }

    @Test
    void shouldTellProgramsWhatTheBuildPageTellsPeople() throws Exception {
        JSONObject scan = JSONObject.fromObject(get("qualys-fargate/api/json").getContentAsString())
                .getJSONArray("scans")
                .getJSONObject(0);

        assertThat(scan.getString("id")).isEqualTo("1");
        assertThat(scan.getString("verdict")).isEqualTo("FAIL");
        assertThat(scan.getString("title")).isEqualTo("registry.example/shop/web:1 (linux/amd64)");
        assertThat(scan.getString("policy")).isEqualTo("payments production");
        assertThat(scan.getJSONObject("counts").getLong("critical")).isPositive();
        assertThat(scan.getLong("newFindings")).isEqualTo(43);
        assertThat(scan.getLong("fixedFindings")).isEqualTo(3);
    }

    @Test
    void shouldStandInTheBuildsOwnApi() throws Exception {
        String json = get("api/json?tree=actions[scans[id,verdict,counts]]").getContentAsString();

        assertThat(json).contains("\"verdict\":\"FAIL\"", "\"critical\":");
        assertThat(get("api/json").getContentAsString()).contains("\"verdict\":\"FAIL\"");
    }

    @Test
    void shouldHaveNoNumbersWhereThereAreNone() throws Exception {
        ScannedBuilds.add(build, SampleImages.run(samples.unknown("registry.example/shop/cron:1")));

        JSONObject scan = JSONObject.fromObject(get("qualys-fargate/2/api/json").getContentAsString());

        assertThat(scan.getString("verdict")).isEqualTo("INDETERMINATE");
        assertThat(scan.get("counts")).hasToString("null");
        assertThat(scan.get("newFindings")).hasToString("null");
    }

    @Test
    void shouldGiveTheVerdictAsItIsStored() throws Exception {
        WebResponse verdict = get("qualys-fargate/1/verdict");

        assertThat(verdict.getContentAsString())
                .isEqualTo(Files.readString(build.getRootDir().toPath().resolve("qualys-fargate/1/verdict.json")));
        assertSafe(verdict, "application/json");
    }

    @Test
    void shouldGiveFindingsPageByPage() throws Exception {
        WebResponse response =
                get("qualys-fargate/1/images/1/findings?severity=critical,high&limit=7&offset=7&sort=cvss");

        JSONObject page = JSONObject.fromObject(response.getContentAsString());
        assertThat(page.getInt("total")).isEqualTo(300);
        assertThat(page.getInt("matching")).isBetween(14, 299);
        assertThat(page.getJSONArray("rows").size()).isEqualTo(7);
        assertSafe(response, "application/json");
    }

    @Test
    void shouldRefuseWhatCannotBeMeantAndSayWhatIsValid() throws Exception {
        for (String query : new String[] {
            "severity=worst",
            "limit=0",
            "limit=501",
            "offset=-1",
            "sort=<script>",
            "unknown=1",
            "new=maybe",
            "kind=x",
            "text=" + "a".repeat(201),
            "limit=1&limit=2"
        }) {
            WebResponse response = get("qualys-fargate/1/images/1/findings?" + query);

            assertThat(response.getStatusCode()).as(query).isEqualTo(400);
            assertThat(response.getContentAsString()).as(query).isNotBlank();
            assertSafe(response, "text/plain");
        }
        assertThat(get("qualys-fargate/1/images/1/findings?severity=worst").getContentAsString())
                .contains("'worst'", "critical, high");
    }

    /** Path traversal in addresses: SECURITY-2090 warnings-ng; 784, 3303, 3547 htmlpublisher. */
    @Test
    void shouldKnowNoOtherScanOrImage() throws Exception {
        for (String path : new String[] {
            "qualys-fargate/2/",
            "qualys-fargate/0/verdict",
            "qualys-fargate/../1/verdict",
            "qualys-fargate/x/verdict",
            "qualys-fargate/1/images/2/findings",
            "qualys-fargate/1/images/0/findings",
            "qualys-fargate/1/images/999999999999/findings",
            "qualys-fargate/1/images/..%2f1/findings",
            "qualys-fargate/1/images/",
            "qualys-fargate/1/files/",
            "qualys-fargate/1/run/",
            "qualys-fargate/run/"
        }) {
            assertThat(get(path)).as(path).satisfies(response -> assertThat(response.getStatusCode())
                    .as(response.getWebRequest().getUrl() + ": " + response.getContentAsString())
                    .isIn(400, 404));
        }
    }

    @Test
    void shouldAnswerNobodyWhoMayNotReadTheJob() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("guest")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader"));

        for (String path : new String[] {"", "api/json", "1/", "1/api/json", "1/verdict", "1/images/1/findings"}) {
            assertThat(get("qualys-fargate/" + path, "guest").getStatusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(get("qualys-fargate/" + path, "reader").getStatusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(get("qualys-fargate/" + path, null).getStatusCode())
                    .as(path)
                    .isIn(401, 403, 404);
        }
    }

    @Test
    void shouldAnswerGetAlone() throws Exception {
        for (String path : new String[] {"qualys-fargate/1/verdict", "qualys-fargate/1/images/1/findings"}) {
            WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
            WebRequest request = new WebRequest(new URL(jenkins.getURL(), build.getUrl() + path), HttpMethod.POST);

            assertThat(client.getPage(client.addCrumb(request)).getWebResponse().getStatusCode())
                    .as(path)
                    .isIn(404, 405);
        }
    }

    private static void assertSafe(WebResponse response, String type) {
        assertThat(response.getContentType()).isEqualTo(type);
        assertThat(response.getResponseHeaderValue("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getResponseHeaderValue("Cache-Control")).contains("no-store");
    }

    private WebResponse get(String path) throws Exception {
        return get(path, null);
    }

    private WebResponse get(String path, String user) throws Exception {
        WebClient client = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .withJavaScriptEnabled(false);
        // Without this the client goes on from a refusal to the login form.
        client.setRefreshHandler((page, url, seconds) -> {});
        if (user != null) {
            client.login(user);
        }
        return client.getPage(new URL(jenkins.getURL(), build.getUrl() + path)).getWebResponse();
    }
}
