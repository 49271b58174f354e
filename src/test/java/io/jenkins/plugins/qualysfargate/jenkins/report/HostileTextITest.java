package io.jenkins.plugins.qualysfargate.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ListView;
import io.jenkins.plugins.qualysfargate.jenkins.result.SampleImages;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuilds;
import io.jenkins.plugins.qualysfargate.jenkins.trend.ComplianceColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.CollectingAlertHandler;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Stored XSS out of scan data: SECURITY-2821, 577, 3344, 3006, 1373, 2869 and their like in other plugins. */
@WithJenkins
class HostileTextITest {
    private static final String HARMLESS = "harmless text without any mark in it";
    private static final List<String> HOSTILE = List.of(
            "\"><img src=x onerror=alert(1)><script>alert(2)</script>",
            "'><svg onload=alert(3)>&lt;script&gt;{0}${7*7}",
            "</script></template></textarea><iframe srcdoc=x>",
            "javascript:alert(4)//%1%2",
            "<!--]]><a href=javascript:alert(5)>");

    private final SampleImages samples = SampleImages.at(Instant.now());
    private final List<String> alerts = new ArrayList<>();
    private JenkinsRule jenkins;

    @Test
    void shouldShowEveryTextOfAScanAsTextAndNothingElse(JenkinsRule rule) throws Exception {
        jenkins = rule;
        List<Integer> expected = elements(HARMLESS, "harmless");

        for (int i = 0; i < HOSTILE.size(); i++) {
            assertThat(elements(HOSTILE.get(i), "hostile" + i))
                    .as(HOSTILE.get(i))
                    .isEqualTo(expected);
        }
        assertThat(alerts).isEmpty();
    }

    /** How many elements each page has. */
    private List<Integer> elements(String text, String name) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject(name);
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(project);
        ScannedBuilds.add(build, SampleImages.run(samples.hostile(text)));
        project.setDisplayName(text);
        ListView view = new ListView("view-" + name);
        jenkins.jenkins.addView(view);
        view.add(project);
        view.getColumns().add(new ComplianceColumn());

        List<Integer> counts = new ArrayList<>();
        counts.add(count(build.getUrl(), ".qualys-summary", text));
        counts.add(count(build.getUrl() + "qualys-fargate/1/", ".qualys-report", text));
        counts.add(count(project.getUrl(), ".qualys-trend-box", text));
        counts.add(count(project.getUrl() + "qualys-fargate/", "#main-panel", text));
        counts.add(count("view/view-" + name + "/", ".qualys-column", null));
        ScannedBuilds.add(build, SampleImages.run(samples.hostile(text)));
        counts.add(count(build.getUrl() + "qualys-fargate/", "#main-panel", text));
        return counts;
    }

    private int count(String url, String selector, String text) throws Exception {
        WebClient client = jenkins.createWebClient();
        client.setAlertHandler(new CollectingAlertHandler(alerts));
        HtmlPage page = client.goTo(url);
        client.waitForBackgroundJavaScript(10_000);

        assertThat(page.querySelectorAll("[onerror],[onload],[srcdoc],img[src=x],a[href^='javascript']"))
                .as(url)
                .isEmpty();
        if (text != null) {
            assertThat(page.querySelector(selector).getTextContent()).as(url).contains(text);
        }
        return page.querySelectorAll(selector + " *").size();
    }
}
