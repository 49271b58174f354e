package io.jenkins.plugins.qualysfargate.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.util.PluginServletFilter;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.jenkins.result.SampleImages;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuilds;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A Content Security Policy need not be switched off: SECURITY-1811 zap-pipeline; 2865 neuvector; 2864, 2866. */
@WithJenkins
class ContentSecurityPolicyITest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>[^<]");
    private static final Pattern INLINE_HANDLER = Pattern.compile("<[a-z][^>]*\\son[a-z]+=");
    private static final Pattern INLINE_STYLE = Pattern.compile("<[a-z][^>]*\\sstyle=|<style");

    private final Filter policy = (request, response, chain) -> {
        ((HttpServletResponse) response).setHeader("Content-Security-Policy", "default-src 'self'");
        chain.doFilter(request, response);
    };
    private JenkinsRule jenkins;
    private FreeStyleProject project;
    private FreeStyleBuild build;

    @TempDir
    private Path directory;

    @BeforeEach
    void build(JenkinsRule rule) throws Exception {
        jenkins = rule;
        PluginServletFilter.addFilter(policy);
        project = rule.createFreeStyleProject("shop");
        build = rule.buildAndAssertSuccess(project);
        SampleImages samples = SampleImages.at(Instant.now());
        ScannedBuilds.add(
                build,
                SampleImages.run(
                        samples.vulnerable("registry.example/shop/web:1", Platform.LINUX_AMD64, 120),
                        samples.clean("registry.example/shop/cron:1", Platform.LINUX_AMD64)));
    }

    @AfterEach
    void stop() throws Exception {
        PluginServletFilter.removeFilter(policy);
    }

    @Test
    void shouldHaveNothingInlineInItsOwnPages() throws Exception {
        for (String url :
                List.of(build.getUrl() + "qualys-fargate/1/", project.getUrl() + "qualys-fargate/", build.getUrl())) {
            String page = jenkins.createWebClient()
                    .withJavaScriptEnabled(false)
                    .goTo(url)
                    .getWebResponse()
                    .getContentAsString();
            String own = page.substring(page.indexOf("start of main content"), page.indexOf("end of main content"));

            assertThat(INLINE_SCRIPT.matcher(page).find()).as(url).isFalse();
            assertThat(INLINE_HANDLER.matcher(own).find()).as(url).isFalse();
            if (!url.equals(build.getUrl())) {
                assertThat(INLINE_STYLE.matcher(own).find()).as(url).isFalse();
            }
        }
    }

    @Test
    void shouldWorkInABrowserThatEnforcesThePolicy() throws Exception {
        assumeThat(CHROMIUM).exists();

        String page = dom(build.getUrl() + "qualys-fargate/1/?severity=critical");

        assertThat(page)
                .contains("role=\"tablist\"", "https://nvd.nist.gov/vuln/detail/CVE-")
                .contains("findings, 120 in all");
    }

    private String dom(String url) throws Exception {
        Path out = directory.resolve("page.html");
        Process browser = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--virtual-time-budget=20000",
                        "--dump-dom",
                        jenkins.getURL() + url)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(browser.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            browser.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
