package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;

/** A severity on a page: always its word; the style adds a shape and a colour. */
final class HtmlSeverity {
    private HtmlSeverity() {}

    static String chip(Severity severity) {
        return "<b class=\"s s" + letter(severity) + "\">" + word(severity) + "</b>";
    }

    static String word(Severity severity) {
        return severity.name().charAt(0) + severity.word().substring(1);
    }

    /** The ending of the severity's classes in the style. */
    static char letter(Severity severity) {
        return severity.word().charAt(0);
    }
}
