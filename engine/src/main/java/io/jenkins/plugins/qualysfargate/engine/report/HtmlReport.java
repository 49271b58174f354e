package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes one self-contained page that needs no network and is complete without its script. It lists up to
 * {@value #ROWS} findings in all, the worst first, and says how many more there are.
 */
public final class HtmlReport implements ReportWriter {
    /** More than anybody reads, and what a browser still opens without a pause. */
    private static final int ROWS = 50_000;

    private final KnownFindings known;
    private final ImageTrends trends;
    private final int mostRows;

    public HtmlReport(KnownFindings known) {
        this(known, ImageTrends.none());
    }

    /** @param trends of which images to draw a trend */
    public HtmlReport(KnownFindings known, ImageTrends trends) {
        this(known, trends, ROWS);
    }

    /** @param mostRows how many findings are listed on the page in all */
    HtmlReport(KnownFindings known, ImageTrends trends, int mostRows) {
        this.known = known;
        this.trends = trends;
        this.mostRows = mostRows;
    }

    /**
     * The content security policy of every page of this version, for a server that hosts pages: it holds the hashes of
     * the only script and the only style there are.
     *
     * @throws IOException if the library's jar is incomplete
     */
    public static String contentSecurityPolicy() throws IOException {
        return PageAssets.load().policy();
    }

    @Override
    public void write(GateOutcome outcome, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        HtmlOut html = new HtmlOut(writer);
        HtmlPage page = HtmlPage.start(html, outcome.verdict() + ": " + subject(outcome), true);
        new HtmlVerdict(html).write(outcome);
        int rows = Math.max(1, mostRows / Math.max(1, outcome.images().size()));
        int number = 1;
        for (JudgedImage image : outcome.images()) {
            new HtmlImage(html, image, new NewFindings(known, image), trends.of(image)).write(number, rows);
            number++;
        }
        html.markup("</main>\n<footer class=\"foot\"><p>Written by qualys-fargate. This page loads nothing from the "
                + "network. Keys: <kbd>/</kbd> goes to the search, arrow keys change the image.</p></footer>\n");
        page.end();
        writer.flush();
    }

    private static String subject(GateOutcome outcome) {
        return outcome.images().size() == 1
                ? outcome.images().get(0).displayName()
                : Numbers.of(outcome.images().size(), "image");
    }
}
