package io.jenkins.plugins.qualysfargate.jenkins.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.htmlunit.MockWebConnection;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.javascript.background.BackgroundJavaScriptFactory;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.MetaClass;

class NearJobsTest {
    @Test
    void shouldBeWhatEveryBrowserWaitsBy() {
        assertThat(BackgroundJavaScriptFactory.theFactory()).isInstanceOf(NearJobs.class);
        assertThat(MetaClass.NO_CACHE).isFalse();
    }

    @Test
    void shouldAwaitWhatNearJobsStart() throws Exception {
        String text = afterScripts("""
                let left = 4;
                function next() {
                  document.body.textContent = --left;
                  if (left > 0) setTimeout(next, 700);
                }
                setTimeout(next, 700);
                """);

        assertThat(text).isEqualTo("0");
    }

    @Test
    void shouldNotAwaitATimerFarAhead() throws Exception {
        String text = afterScripts("""
                setTimeout(() => { document.body.textContent = "near"; }, 100);
                setTimeout(() => { document.body.textContent = "far"; }, 8000);
                setInterval(() => { document.body.textContent = "again"; }, 5000);
                """);

        assertThat(text).isEqualTo("near");
    }

    private static String afterScripts(String script) throws Exception {
        try (WebClient browser = new WebClient()) {
            MockWebConnection pages = new MockWebConnection();
            pages.setDefaultResponse("<html><body></body><script>" + script + "</script></html>");
            browser.setWebConnection(pages);
            HtmlPage page = browser.getPage("http://localhost/");
            browser.waitForBackgroundJavaScript(10_000);
            return page.getBody().getTextContent();
        }
    }
}
