package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Writes a summary for people at a terminal: why it failed first, then the worst findings; severities are words. */
public final class TextSummary implements ReportWriter {
    private static final int NARROWEST = 40;
    private static final int WIDTH = 100;
    private static final int ROWS = 20;

    private final int width;
    private final boolean ansi;
    private final int rows;

    /** 100 columns, no colours, 20 rows. */
    public TextSummary() {
        this(WIDTH, false, ROWS);
    }

    /**
     * @param width columns of the terminal; anything under 40 is taken as 40
     * @param ansi whether to colour words by ANSI sequences
     * @param rows how many violations and how many findings are listed per image, the rest is only counted
     */
    public TextSummary(int width, boolean ansi, int rows) {
        this.width = Math.max(NARROWEST, width);
        this.ansi = ansi;
        this.rows = Math.max(0, rows);
    }

    @Override
    public void write(GateOutcome outcome, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        TextPage page = new TextPage(text, width, ansi);
        if (outcome.images().size() != 1) {
            page.verdictLine(outcome.verdict(), headline(outcome));
        }
        for (JudgedImage image : worstFirst(outcome)) {
            if (outcome.images().size() != 1) {
                page.blank();
            }
            new TextImage(image, page, rows).write();
        }
        text.flush();
    }

    private static List<JudgedImage> worstFirst(GateOutcome outcome) {
        return outcome.images().stream()
                .sorted(Comparator.comparing(
                                (JudgedImage image) -> image.verdict().kind())
                        .reversed())
                .toList();
    }

    private static String headline(GateOutcome outcome) {
        int all = outcome.images().size();
        if (all == 0) {
            return outcome.reason();
        }
        return Numbers.of(all, "image") + ": " + count(outcome, VerdictKind.FAIL) + " failed, "
                + count(outcome, VerdictKind.INDETERMINATE) + " without an answer, "
                + count(outcome, VerdictKind.PASS) + " passed";
    }

    private static long count(GateOutcome outcome, VerdictKind kind) {
        return outcome.images().stream()
                .filter(image -> image.verdict().kind() == kind)
                .count();
    }
}
