package io.jenkins.plugins.qualysfargate.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ListView;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReader;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import io.jenkins.plugins.qualysfargate.jenkins.result.SampleImages;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuilds;
import io.jenkins.plugins.qualysfargate.jenkins.trend.ComplianceColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.htmlunit.CollectingAlertHandler;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Stored XSS out of scan data: SECURITY-2821 anchore; 577, 3344 dependency-check; 3006 qualys-pc; 1373 warnings-ng; 1271;
 * 1907 analysis-core; 2869 checkmarx; 2836 contrast; 3611 coverage; 1680; 1590, 3302, 3706 htmlpublisher.
 */
@WithJenkins
class HostileTextITest {
    private static final String HARMLESS = "harmless text without any mark in it";
    private static final List<String> HOSTILE = List.of(
            "\"><img src=x onerror=alert(1)><script>alert(2)</script> '><svg onload=alert(3)>&lt;b&gt;{0}${7*7}%1",
            "</script></template></textarea><iframe srcdoc=x> javascript:alert(4)// <!--]]><a href=javascript:alert(5)>");

    private final SampleImages samples = SampleImages.at(Instant.now());
    private final List<String> alerts = new ArrayList<>();
    private JenkinsRule jenkins;

    @Test
    void shouldShowEveryTextOfAScanAsTextAndNothingElse(JenkinsRule rule) throws Exception {
        jenkins = rule;
        List<String> expected = elements(HARMLESS, "harmless");

        for (int i = 0; i < HOSTILE.size(); i++) {
            assertThat(elements(HOSTILE.get(i), "hostile" + i))
                    .as(HOSTILE.get(i))
                    .isEqualTo(expected);
        }
        assertThat(alerts).isEmpty();
    }

    /** Names of images, packages, exceptions and whatever was compared with. */
    private GateRun hostile(String text) {
        List<JudgedImage> images = samples.hostile(text);
        Baseline baseline = new Baseline(text, Set.of(), Set.of(), Map.of());
        return new GateRun(new GateOutcome(images), Map.of(images.get(0), baseline), Map.of());
    }

    private static Policy policy(String name) {
        String yaml = "version: 1\nname: '" + name.replace("'", "''") + "'\n";
        return PolicyReader.read("policy.yaml", yaml).fold(valid -> valid.policy(), invalid -> {
            throw new AssertionError("The policy is valid, but: " + invalid.problems());
        });
    }

    /** The names of the elements of each page. */
    private List<String> elements(String text, String name) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject(name);
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(project);
        ScannedBuilds.add(build, hostile(text), policy(text), Instant.now());
        project.setDisplayName(text);
        ListView view = new ListView("view-" + name);
        jenkins.jenkins.addView(view);
        view.add(project);
        view.getColumns().add(new ComplianceColumn());

        List<String> pages = new ArrayList<>();
        pages.add(elementsOf(build.getUrl(), ".qualys-summary", text));
        pages.add(elementsOf(build.getUrl() + "qualys-fargate/1/", ".qualys-report", text));
        pages.add(elementsOf(project.getUrl(), ".qualys-trend-box", text));
        pages.add(elementsOf(project.getUrl() + "qualys-fargate/", "#main-panel", text));
        pages.add(elementsOf("view/view-" + name + "/", ".qualys-column", null));
        ScannedBuilds.add(build, hostile(text), policy(text), Instant.now());
        pages.add(elementsOf(build.getUrl() + "qualys-fargate/", "#main-panel", text));
        return pages;
    }

    private String elementsOf(String url, String selector, String text) throws Exception {
        WebClient client = jenkins.createWebClient();
        client.getOptions().setCssEnabled(false);
        client.setAlertHandler(new CollectingAlertHandler(alerts));
        HtmlPage page = client.goTo(url);
        client.waitForBackgroundJavaScriptStartingBefore(500);

        assertThat(page.querySelectorAll("[onerror],[onload],[srcdoc],img[src=x],a[href^='javascript']"))
                .as(url)
                .isEmpty();
        if (url.endsWith("qualys-fargate/1/")) {
            assertThat(page.querySelector(".qualys-evidence").getTextContent())
                    .as("policy and baseline")
                    .contains(text);
        }
        if (text != null) {
            assertThat(page.querySelector(selector).getTextContent()).as(url).contains(text);
        }
        return page.querySelectorAll(selector + " *").stream()
                .map(DomNode::getNodeName)
                .collect(Collectors.joining(" "));
    }
}
