package io.jenkins.plugins.qualysfargate.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.jenkins.result.RecordedScan;
import io.jenkins.plugins.qualysfargate.jenkins.result.SampleImages;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuilds;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;

@WithJenkins
class ReportPageITest {
    private static final Platform ARM = Platform.parse("linux/arm64");

    private final SampleImages samples = SampleImages.at(Instant.now());
    private JenkinsRule jenkins;
    private FreeStyleBuild build;

    @BeforeEach
    void build(JenkinsRule rule) throws Exception {
        jenkins = rule;
        build = rule.buildAndAssertSuccess(rule.createFreeStyleProject("shop"));
    }

    @Test
    void shouldShowNothingInABuildThatScannedNothing() throws Exception {
        HtmlPage page = jenkins.createWebClient().getPage(build);

        assertThat(page.asXml()).doesNotContain("qualys-summary", "Qualys");
        assertThat(build.getAction(BuildPage.class)).isNull();
        jenkins.createWebClient().assertFails(build.getUrl() + "qualys-fargate/", 404);
    }

    @Test
    void shouldSumUpEveryScanOnTheBuildPage() throws Exception {
        add(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 60));
        add(samples.unknown("registry.example/shop/cron:1"));

        HtmlPage page = jenkins.createWebClient().getPage(build);

        DomNode summary = page.querySelector(".qualys-summary");
        assertThat(summary.asNormalizedText())
                .contains("Fail", "registry.example/shop/web:1 (linux/amd64)", "critical", "is critical")
                .contains("Indeterminate", "registry.example/shop/cron:1", "Numbers are not known", "given up");
        assertThat(summary.querySelectorAll(".qualys-verdict svg")).hasSize(2);
        assertThat(page.getAnchorByHref("/jenkins/" + build.getUrl() + "qualys-fargate/2/"))
                .isNotNull();
        assertThat(page.getByXPath("//a[contains(@class,'task-link') and contains(@href,'qualys-fargate')]"))
                .hasSize(1);
    }

    @Test
    void shouldLeadToTheOnlyReportAndElseToTheListOfAll() throws Exception {
        add(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        WebClient client = jenkins.createWebClient();

        assertThat(client.getPage(build, "qualys-fargate/").getUrl().getPath()).endsWith("/qualys-fargate/1/");

        add(samples.unknown("registry.example/shop/cron:1"));
        HtmlPage list = client.getPage(build, "qualys-fargate/");
        assertThat(list.getUrl().getPath()).endsWith("/1/qualys-fargate/");
        assertThat(list.querySelectorAll("#main-panel tbody tr")).hasSize(2);
        assertThat(list.getBody().asNormalizedText()).contains("Pass", "Indeterminate");
    }

    @Test
    void shouldSayWhyItFailedAndOnWhatEvidence() throws Exception {
        JudgedImage image = samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 300);
        ScannedBuilds.add(build, samples.compared(image));

        HtmlPage page = report(1);

        assertThat(text(page, ".qualys-hero")).contains("Fail: Does not keep to the policy");
        assertThat(text(page, ".qualys-reasons")).contains("limits.critical", "How to fix:", "Upgrade ");
        assertThat(text(page, ".qualys-evidence"))
                .contains(
                        image.digest().value(), "linux/amd64", "payments production", SampleImages.POLICY.fingerprint())
                .contains("QScanner 4.8.0-2", "previous successful build of this job", "pkg, secret, malware");
        assertThat(text(page, ".qualys-remarks")).contains("370002", "EX-17", "payments-team", "2099-12-31");
        assertThat(text(page, ".qualys-numbers")).contains("new", "3");
    }

    @Test
    void shouldListTheFindingsPageByPage() throws Exception {
        add(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 300));

        HtmlPage page = report(1);

        assertThat(page.querySelectorAll("#qualys-findings tbody tr")).hasSize(50);
        assertThat(text(page, "#qualys-findings [role=status]")).isEqualTo("1 to 50 of 300 findings, 300 in all");
        DomElement qid = page.querySelector("#qualys-findings tbody td:nth-of-type(2) a");
        assertThat(qid.getAttribute("href"))
                .isEqualTo("https://qualysguard.qualys.eu/fo/common/vuln_info.php?id=" + qid.getTextContent());
        DomElement cve = page.querySelector("#qualys-findings tbody td:nth-of-type(6) a");
        assertThat(cve.getAttribute("href")).matches("https://nvd\\.nist\\.gov/vuln/detail/CVE-[0-9]{4}-[0-9]{4,}");
        assertThat(cve.getAttribute("rel")).isEqualTo("noopener noreferrer");

        ((DomElement) page.querySelector("button[data-page=last]")).click();
        page.getWebClient().waitForBackgroundJavaScriptStartingBefore(500);
        assertThat(text(page, "#qualys-findings [role=status]")).startsWith("251 to 300 of 300");
    }

    @Test
    void shouldKeepWhatIsShownInTheAddress() throws Exception {
        add(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 300));

        HtmlPage page = report(1, "?severity=critical&fixable=true&sort=cvss&order=descending&limit=25");

        assertThat(page.querySelectorAll("#qualys-findings tbody tr"))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(25);
        assertThat(page.querySelectorAll("#qualys-findings tbody .qualys-severity"))
                .allSatisfy(node -> assertThat(node.asNormalizedText()).isEqualTo("Critical"));
        assertThat(((DomElement) page.querySelector("[data-sort=cvss]").getParentNode()).getAttribute("aria-sort"))
                .isEqualTo("descending");
        assertThat(page.querySelectorAll("input[name=severity]:checked")).hasSize(1);

        ((DomElement) page.querySelector("[data-sort=qds]")).click();
        assertThat((String) page.executeJavaScript("location.search").getJavaScriptResult())
                .isEqualTo("?severity=critical&fixable=true&sort=qds&limit=25");
    }

    @Test
    void shouldShowOneImageAndPlatformAtATime() throws Exception {
        ScannedBuilds.add(
                build,
                SampleImages.run(
                        samples.clean("registry.example/shop/web:2", Platform.LINUX_AMD64),
                        samples.clean("registry.example/shop/web:2", ARM),
                        samples.vulnerable("registry.example/shop/worker:2", Platform.LINUX_AMD64, 60),
                        samples.unknown("registry.example/shop/cron:2")));

        HtmlPage page = report(1);

        assertThat(page.querySelectorAll("#qualys-image-tabs [role=tab]"))
                .extracting(DomNode::asNormalizedText)
                .satisfiesExactly(
                        worst -> assertThat(worst).contains("worker:2", "Fail"),
                        unknown -> assertThat(unknown).contains("cron:2", "Indeterminate"),
                        good -> assertThat(good).contains("web:2", "Pass"));
        assertThat(shown(page)).containsExactly("3");

        ((DomElement) page.querySelector("#qualys-image-tabs [role=tab]:nth-child(3)")).click();
        assertThat(shown(page)).containsExactly("1");
        assertThat(page.querySelectorAll("#qualys-group-2 [role=tablist] [role=tab]"))
                .hasSize(2);
        assertThat((String) page.executeJavaScript("location.search").getJavaScriptResult())
                .isEqualTo("?image=1");
        assertThat(shown(report(1, "?image=2"))).containsExactly("2");
    }

    @Test
    void shouldSayPlainlyThatFilesAreMissing() throws Exception {
        RecordedScan scan = add(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        Files.delete(ScannedBuilds.directory(build, scan).resolve("verdict.json"));

        HtmlPage page = report(1);

        assertThat(text(page, ".qualys-hero")).contains("Indeterminate").doesNotContain("Pass:");
        assertThat(text(page, ".jenkins-alert-danger")).contains("verdict.json", "the build recorded: Pass");
        assertThat((Object) page.querySelector("#qualys-findings")).isNull();
        jenkins.createWebClient().assertFails(build.getUrl() + "qualys-fargate/1/verdict", 404);
        jenkins.createWebClient().assertFails(build.getUrl() + "qualys-fargate/1/images/1/findings", 404);
    }

    @Test
    void shouldSayPlainlyThatFindingsAreDamaged() throws Exception {
        RecordedScan scan = add(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        Path rows = ScannedBuilds.directory(build, scan).resolve("findings-1.jsonl.gz");
        byte[] bytes = Files.readAllBytes(rows);
        bytes[bytes.length / 2] ^= 1;
        Files.write(rows, bytes);

        HtmlPage page = report(1);

        assertThat(page.querySelectorAll("#qualys-findings tbody tr")).isEmpty();
        assertThat(text(page, ".qualys-problem")).startsWith("The findings could not be loaded: Could not list");
    }

    @Test
    void shouldNotBelieveFilesThatContradictTheBuild() throws Exception {
        RecordedScan failed = add(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 60));
        RecordedScan passed = add(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        Path of = ScannedBuilds.directory(build, failed);
        Files.move(of, of.resolveSibling("away"));
        Files.move(ScannedBuilds.directory(build, passed), of);

        assertThat(text(report(1), ".qualys-hero")).contains("Indeterminate");
    }

    @Test
    void shouldOpenABuildOfBeforeThePoliciesWereRecorded() throws Exception {
        add(samples.clean("registry.example/shop/web:1", Platform.LINUX_AMD64));
        Path record = build.getRootDir().toPath().resolve("build.xml");
        Files.writeString(
                record,
                Files.readString(record)
                        .replaceAll("<policy>.*</policy>", "")
                        .replaceAll("<policyFingerprint>.*</policyFingerprint>", "")
                        .replaceAll("<evidenceAt>.*</evidenceAt>", ""));
        build.getParent().onLoad(jenkins.jenkins, "shop");
        build.reload();

        assertThat(text(report(1), ".qualys-hero")).contains("Pass: Keeps to the policy");
    }

    @Test
    void shouldSpeakGerman() throws Exception {
        add(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 1_200));
        WebClient client = jenkins.createWebClient();
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), build.getUrl() + "qualys-fargate/1/"));
        request.setAdditionalHeader("Accept-Language", "de-DE");
        LocaleProvider usual = LocaleProvider.getProvider();
        LocaleProvider.setProvider(new LocaleProvider() {
            // As Jenkins does outside of tests.
            @Override
            public Locale get() {
                StaplerRequest2 current = Stapler.getCurrentRequest2();
                return current == null ? Locale.ENGLISH : current.getLocale();
            }
        });

        HtmlPage page = client.getPage(request);
        LocaleProvider.setProvider(usual);
        client.waitForBackgroundJavaScriptStartingBefore(500);

        assertThat(text(page, ".qualys-hero")).contains("Nicht bestanden: Hält die Richtlinie nicht ein");
        assertThat(text(page, "#qualys-findings [role=status]"))
                .isEqualTo("1 bis 50 von 1.200 Befunden, insgesamt 1.200");
        assertThat(page.getBody().asNormalizedText()).doesNotContain("How to fix", "Looked for", "Only new");
    }

    @Test
    void shouldSayWithoutAScriptWhereTheFindingsAre() throws Exception {
        add(samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 60));
        WebClient client = jenkins.createWebClient().withJavaScriptEnabled(false);

        HtmlPage page = client.getPage(build, "qualys-fargate/1/");

        assertThat(text(page, "noscript")).contains("needs a script");
        assertThat(text(page, ".qualys-numbers")).contains("critical");
    }

    @Test
    void shouldGrowTheBuildRecordByLessThanFourKibibytesAScan() throws Exception {
        build.save();
        Path record = build.getRootDir().toPath().resolve("build.xml");
        long before = Files.size(record);

        ScannedBuilds.add(build, SampleImages.run(samples.hostile("x".repeat(100_000))));
        long after = Files.size(record);

        assertThat(after - before).isPositive().isLessThan(4 << 10);
    }

    private RecordedScan add(JudgedImage image) throws Exception {
        return ScannedBuilds.add(build, SampleImages.run(image));
    }

    private HtmlPage report(int scan) throws Exception {
        return report(scan, "");
    }

    private HtmlPage report(int scan, String query) throws Exception {
        WebClient client = jenkins.createWebClient();
        client.getOptions().setCssEnabled(false);
        Page page = client.goTo(build.getUrl() + "qualys-fargate/" + scan + "/" + query);
        client.waitForBackgroundJavaScriptStartingBefore(500);
        return (HtmlPage) page;
    }

    private static String text(HtmlPage page, String selector) {
        DomNode node = page.querySelector(selector);
        assertThat((Object) node).as(selector).isNotNull();
        return node.asNormalizedText();
    }

    /** Numbers of the images that a reader sees. */
    private static List<String> shown(HtmlPage page) {
        return page.querySelectorAll(".qualys-image").stream()
                .map(DomElement.class::cast)
                .filter(section -> !section.hasAttribute("hidden"))
                .filter(section -> !((DomElement) section.getParentNode()).hasAttribute("hidden"))
                .map(section -> section.getAttribute("data-image"))
                .toList();
    }
}
