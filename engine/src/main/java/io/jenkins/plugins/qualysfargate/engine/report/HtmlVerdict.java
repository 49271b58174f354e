package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/** The top of the page: the answer in one word and one sentence, and the images that it is made of. */
final class HtmlVerdict {
    private static final String BRAND = """
            <header class="top"><span class="brand"><svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">\
            <path fill="none" stroke="currentColor" stroke-width="2.2" stroke-linejoin="round" \
            d="M12 2.5l8.5 4.8v9.4L12 21.5l-8.5-4.8V7.3zM3.5 7.3L12 12l8.5-4.7M12 12v9.5"/></svg>\
            qualys-fargate</span><span>Image gate report""";

    private final HtmlOut html;

    HtmlVerdict(HtmlOut html) {
        this.html = html;
    }

    void write(GateOutcome outcome) throws IOException {
        html.markup(BRAND);
        Instant latest = outcome.images().stream()
                .map(JudgedImage::judgedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (latest != null) {
            html.markup(", judged ");
            HtmlTime.write(html, latest);
        }
        VerdictKind kind = outcome.verdict();
        html.markup("</span></header>\n<main id=\"report\">\n<div class=\"card hero ")
                .markup(styleOf(kind));
        html.markup("\">")
                .markup(icon(kind))
                .markup("<h1>")
                .markup(headline(kind))
                .markup("</h1><p>");
        html.text(outcome.reason()).markup("</p></div>\n");
        if (outcome.images().size() > 1) {
            images(outcome);
        }
    }

    /** Links without the script, tabs with it. */
    private void images(GateOutcome outcome) throws IOException {
        html.markup("<ul class=\"images\" aria-label=\"Images\">\n");
        boolean decided = false;
        int number = 1;
        for (JudgedImage image : outcome.images()) {
            VerdictKind kind = image.verdict().kind();
            boolean decides = !decided && kind == outcome.verdict();
            decided |= decides;
            html.markup(
                    "<li><a id=\"tab-" + number + "\" href=\"#image-" + number + "\" class=\"" + styleOf(kind) + '"');
            html.markup(decides ? " data-decides>" : ">");
            label(image);
            html.markup("</a></li>\n");
            number++;
        }
        html.markup("</ul>\n");
    }

    /** The end of a name tells images apart, its beginning is the same registry for most. */
    private void label(JudgedImage image) throws IOException {
        String name = nameOf(image);
        int slash = name.lastIndexOf('/') + 1;
        html.markup("<strong>")
                .text(slash == name.length() ? name : name.substring(slash))
                .markup("</strong>");
        html.markup(chip(image.verdict().kind())).markup("<small>");
        html.text(
                image.platform() == null
                        ? "platform not stated"
                        : image.platform().toString());
        html.text(slash == 0 ? "" : ", " + name.substring(0, slash)).markup("</small>");
    }

    static String nameOf(JudgedImage image) {
        if (image.name() != null) {
            return image.name();
        }
        return image.digest() == null ? image.source() : image.digest().value();
    }

    static String styleOf(VerdictKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String chip(VerdictKind kind) {
        String word =
                switch (kind) {
                    case PASS -> "✓ PASS";
                    case FAIL -> "✕ FAIL";
                    case INDETERMINATE -> "? INDETERMINATE";
                };
        return "<span class=\"verdict " + styleOf(kind) + "\">" + word + "</span>";
    }

    private static String headline(VerdictKind kind) {
        return switch (kind) {
            case PASS -> "Pass";
            case FAIL -> "Fail";
            case INDETERMINATE -> "Indeterminate: no answer, so not a pass";
        };
    }

    private static String icon(VerdictKind kind) {
        String shape =
                switch (kind) {
                    case PASS ->
                        "<circle cx=\"24\" cy=\"24\" r=\"22\" fill=\"currentColor\" fill-opacity=\".14\"/>"
                                + "<path d=\"M14 25l7 7 14-16\"";
                    case FAIL ->
                        "<path d=\"M15.5 3h17L45 15.5v17L32.5 45h-17L3 32.5v-17z\" fill=\"currentColor\" "
                                + "fill-opacity=\".14\"/><path d=\"M16 16l16 16M32 16L16 32\"";
                    case INDETERMINATE ->
                        "<path d=\"M24 2l22 22-22 22L2 24z\" fill=\"currentColor\" "
                                + "fill-opacity=\".14\"/><path d=\"M18.5 19.5a5.5 5.5 0 1 1 8 5c-1.800 1-2.500 2-2.500 4M24 34v.5\"";
                };
        return "<svg width=\"56\" height=\"56\" viewBox=\"0 0 48 48\" aria-hidden=\"true\">" + shape
                + " fill=\"none\" stroke=\"currentColor\" stroke-width=\"4\" stroke-linecap=\"round\" "
                + "stroke-linejoin=\"round\"/></svg>";
    }
}
