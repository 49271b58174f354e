package io.jenkins.plugins.qualysfargate.jenkins.scan;

import java.net.URL;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.jvnet.hudson.test.JenkinsRule;

/** The generators of Pipeline code, asked as their pages ask them. */
final class Generators {
    private Generators() {}

    /** @param form as a browser would send it */
    static String ask(JenkinsRule jenkins, String path, String form) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), HttpMethod.POST);
            request.setRequestParameters(List.of(new NameValuePair("json", form)));
            browser.addCrumb(request);
            return browser.getPage(request)
                    .getWebResponse()
                    .getContentAsString()
                    .trim();
        }
    }
}
