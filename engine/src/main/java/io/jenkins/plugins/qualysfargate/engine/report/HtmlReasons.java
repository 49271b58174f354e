package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Why an image did not pass, and what to do about each reason. */
final class HtmlReasons {
    private static final int OPEN = 10;

    private final HtmlOut html;

    HtmlReasons(HtmlOut html) {
        this.html = html;
    }

    /** Nothing is written for an image that passed. */
    void write(Verdict verdict) throws IOException {
        List<Violation> violations = Verdicts.violations(verdict);
        Verdict.Indeterminate unknown = Verdicts.indeterminate(verdict);
        if (unknown != null) {
            indeterminate(unknown);
        }
        if (violations.isEmpty()) {
            return;
        }
        long all = violations.size() + Verdicts.omitted(verdict);
        html.markup("<div class=\"card why\"><h3>Why it failed <small>").text(Numbers.of(all, "violation"));
        html.markup("</small></h3>\n");
        int open = Math.min(OPEN, violations.size());
        list(violations.subList(0, open));
        if (open < violations.size()) {
            html.markup("<details><summary>");
            html.text("Show " + Numbers.of(violations.size() - open, "more violation"))
                    .markup("</summary>\n");
            list(violations.subList(open, violations.size()));
            html.markup("</details>\n");
        }
        if (Verdicts.omitted(verdict) > 0) {
            html.markup("<p class=\"quiet\">")
                    .text(Numbers.of(Verdicts.omitted(verdict), "more violation"))
                    .markup(" not listed.</p>\n");
        }
        html.markup("</div>\n");
    }

    private void list(List<Violation> violations) throws IOException {
        html.markup("<ul class=\"violations\">\n");
        for (Violation violation : violations) {
            html.markup("<li><div class=\"head\">").markup(HtmlSeverity.chip(violation.severity()));
            html.markup("<span>").text(violation.message()).markup("</span></div><p class=\"about\"><code>");
            html.text(violation.subject()).markup("</code>, rule <code>").text(violation.rule());
            html.markup("</code></p>");
            fix(violation.howToFix());
            html.markup("</li>\n");
        }
        html.markup("</ul>\n");
    }

    private void indeterminate(Verdict.Indeterminate unknown) throws IOException {
        html.markup("<div class=\"card why\"><h3>Why there is no answer <small>");
        html.text(unknown.cause().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        html.markup("</small></h3>\n<p>").text(unknown.message()).markup("</p>");
        fix(unknown.howToFix());
        html.markup("</div>\n");
    }

    private void fix(String howToFix) throws IOException {
        html.markup("<p class=\"fix\"><b>How to fix</b>").text(howToFix).markup("</p>");
    }
}
