package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.util.List;

/** The table of findings in the width that there is: the narrower the terminal, the fewer columns. */
final class TextTable {
    private static final String GAP = "  ";
    private static final int INDENT = 2;
    private static final int SEVERITY = 13;
    /** A title that is cut off before its first word says nothing. */
    private static final int TITLE_AT_LEAST = 12;

    private static final List<String> HEADINGS = List.of("ID", "PACKAGE", "INSTALLED", "FIXED IN", "TITLE");
    /** Columns in characters; the title takes what is left over. */
    private static final List<Integer> WIDTHS = List.of(14, 18, 14, 14);

    private final TextPage page;
    private final int columns;
    private final int title;

    TextTable(TextPage page) {
        this.page = page;
        int left = page.width() - INDENT - SEVERITY;
        int fitting = 0;
        while (fitting < WIDTHS.size() && left - WIDTHS.get(fitting) - GAP.length() >= 0) {
            left -= WIDTHS.get(fitting) + GAP.length();
            fitting++;
        }
        this.columns = fitting;
        this.title = left - GAP.length() >= TITLE_AT_LEAST ? left - GAP.length() : 0;
    }

    void header() throws IOException {
        page.line(INDENT, page.faint(DisplayWidth.pad("SEVERITY", SEVERITY) + cells(HEADINGS)));
    }

    /** @param cells id, package, installed, fixed in, title */
    void row(Severity severity, List<String> cells) throws IOException {
        page.line(INDENT, page.severity(severity, SEVERITY) + cells(cells));
    }

    private String cells(List<String> texts) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            line.append(GAP).append(DisplayWidth.pad(safe(texts.get(i)), WIDTHS.get(i)));
        }
        if (title > 0) {
            line.append(GAP).append(DisplayWidth.fit(safe(texts.get(WIDTHS.size())), title));
        }
        return line.toString();
    }

    private static String safe(String text) {
        return SafeText.line(text, 200);
    }
}
