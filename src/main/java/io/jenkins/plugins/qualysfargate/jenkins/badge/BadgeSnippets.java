package io.jenkins.plugins.qualysfargate.jenkins.badge;

import hudson.Util;
import hudson.model.Job;

/**
 * How to put the badge of a job into a page elsewhere. The link is always that of the job's own page.
 *
 * @param image address of the picture for people who need not be able to read the job
 * @param page address of the job's page
 */
public record BadgeSnippets(String image, String page) {
    private static final String NAME = "Compliance";

    /** @param root address of this Jenkins with a slash at its end */
    public static BadgeSnippets of(Job<?, ?> job, String root) {
        StringBuilder path = new StringBuilder();
        for (String part : job.getFullName().split("/", -1)) {
            path.append('/').append(Util.rawEncode(part));
        }
        return new BadgeSnippets(
                root + BadgeRoot.URL_NAME + "/badge" + path + ".svg", root + job.getUrl() + BadgeRoot.URL_NAME + "/");
    }

    public String markdown() {
        return "[![" + NAME + "](" + image + ")](" + page + ")";
    }

    public String html() {
        return "<a href=\"" + Util.escape(page) + "\"><img alt=\"" + NAME + "\" src=\"" + Util.escape(image)
                + "\"></a>";
    }

    public String asciiDoc() {
        return "image:" + image + "[" + NAME + ",link=" + page + "]";
    }
}
