package io.jenkins.plugins.qualysfargate.engine.report;

import java.io.IOException;

/** The frame of every self-contained page: its policy, its style, and its script if it needs one. */
public final class HtmlPage {
    private final HtmlOut html;
    private final PageAssets assets;
    private final boolean scripted;

    private HtmlPage(HtmlOut html, PageAssets assets, boolean scripted) {
        this.html = html;
        this.assets = assets;
        this.scripted = scripted;
    }

    /**
     * Begins a page.
     *
     * @param scripted false for a page that nothing on it moves
     * @throws IOException if the stream does not take it, or the library's jar is incomplete
     */
    public static HtmlPage start(HtmlOut html, String title, boolean scripted) throws IOException {
        PageAssets assets = PageAssets.load();
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .markup(assets.policy())
                .markup("\">\n");
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.markup("<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n<title>");
        html.text(title).markup(" - qualys-fargate</title>\n");
        html.markup("<style>").markup(assets.style()).markup("</style>\n</head>\n<body>\n");
        html.markup("<a class=\"skip\" href=\"#report\">Skip to the report</a>\n<div class=\"page\">\n");
        return new HtmlPage(html, assets, scripted);
    }

    /** Ends it. */
    public void end() throws IOException {
        html.markup("</div>\n");
        if (scripted) {
            html.markup("<script>").markup(assets.script()).markup("</script>\n");
        }
        html.markup("</body>\n</html>\n");
    }
}
