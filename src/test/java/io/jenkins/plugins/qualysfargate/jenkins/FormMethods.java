package io.jenkins.plugins.qualysfargate.jenkins;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.jvnet.hudson.test.JenkinsRule;

/** The methods behind the plugin's forms, and ways to call them as a browser would, or as somebody who is up to no good. */
public final class FormMethods {
    /** Begins the answer of a form method that found a mistake. */
    public static final String ERROR = "<div class=\"error\">";

    private final JenkinsRule jenkins;
    private final String user;

    private FormMethods(JenkinsRule jenkins, String user) {
        this.jenkins = jenkins;
        this.user = user;
    }

    /** @param user empty for nobody */
    public static FormMethods as(JenkinsRule jenkins, String user) {
        return new FormMethods(jenkins, user);
    }

    /** Every descriptor of this plugin below this package. */
    @SuppressWarnings("rawtypes")
    public static List<Descriptor> descriptors(String packageName) {
        return ExtensionList.lookup(Descriptor.class).stream()
                .filter(descriptor -> descriptor.getClass().getName().startsWith(packageName))
                .toList();
    }

    /** Everything that the web can call on a descriptor and that is ours. */
    public static Stream<Method> methods(Descriptor<?> descriptor) {
        return Arrays.stream(descriptor.getClass().getMethods())
                .filter(method -> method.getName().matches("do[A-Z].*"))
                .filter(method -> !method.isBridge())
                .filter(method -> method.getDeclaringClass().getName().contains("qualysfargate"));
    }

    /** The address of a method; {@code doFillPodItems} answers at {@code fillPodItems}. */
    public static String url(Descriptor<?> descriptor, String method) {
        String name = method.substring("do".length());
        return "descriptorByName/" + descriptor.getId() + "/" + Character.toLowerCase(name.charAt(0))
                + name.substring(1);
    }

    public WebResponse get(String url) throws Exception {
        return browser()
                .getPage(new WebRequest(new java.net.URL(jenkins.getURL(), url), HttpMethod.GET))
                .getWebResponse();
    }

    /** With a crumb, as forms do. */
    public WebResponse post(String url, Map<String, String> parameters) throws Exception {
        JenkinsRule.WebClient browser = browser();
        WebRequest request = new WebRequest(browser.createCrumbedUrl(url), HttpMethod.POST);
        request.setRequestParameters(parameters.entrySet().stream()
                .map(each -> new NameValuePair(each.getKey(), each.getValue()))
                .toList());
        return browser.loadWebResponse(request);
    }

    /** What it says, whatever its status. */
    public String answer(String url, Map<String, String> parameters) throws Exception {
        return post(url, parameters).getContentAsString();
    }

    private JenkinsRule.WebClient browser() throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .withJavaScriptEnabled(false);
        return user.isEmpty() ? browser : browser.withBasicApiToken(user);
    }
}
