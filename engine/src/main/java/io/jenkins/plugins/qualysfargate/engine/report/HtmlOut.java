package io.jenkins.plugins.qualysfargate.engine.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page that is written as it goes. Markup is constant and goes through {@link #markup}, all else is escaped. */
public final class HtmlOut {
    /** No text of a scanner that is longer helps anybody on a page. */
    private static final int LONGEST = 1_000;

    private final Appendable out;
    private long written;

    public HtmlOut(Appendable out) {
        this.out = out;
    }

    /** How many characters the page has so far. */
    long written() {
        return written;
    }

    /** Constant markup; never anything that came from outside. */
    public HtmlOut markup(String constant) throws IOException {
        out.append(constant);
        written += constant.length();
        return this;
    }

    /** A picture whose writer has escaped everything in it. */
    HtmlOut drawing(String svg) throws IOException {
        return markup(svg);
    }

    /** Text for the content of an element or for a quoted attribute. */
    public HtmlOut text(String text) throws IOException {
        return text(text, LONGEST);
    }

    /** The same, cut off at a length. */
    public HtmlOut text(String text, int longest) throws IOException {
        String safe = SafeText.line(text, longest);
        int plain = 0;
        for (int i = 0; i < safe.length(); i++) {
            String escape = escape(safe.charAt(i));
            if (escape != null) {
                out.append(safe, plain, i).append(escape);
                plain = i + 1;
                written += escape.length();
            }
        }
        out.append(safe, plain, safe.length());
        written += safe.length();
        return this;
    }

    public HtmlOut number(long number) throws IOException {
        return markup(Numbers.grouped(number));
    }

    /** A table that scrolls by itself where it is too wide. */
    public HtmlOut startTable(String caption, List<String> headings) throws IOException {
        markup("<div class=\"scroll\"><table class=\"plain\"><caption class=\"vh\">")
                .text(caption);
        markup("</caption><thead><tr>");
        for (String heading : headings) {
            markup("<th scope=\"col\">").text(heading).markup("</th>");
        }
        return markup("</tr></thead><tbody>\n");
    }

    public HtmlOut endTable() throws IOException {
        return markup("</tbody></table></div>\n");
    }

    private static @Nullable String escape(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            case '`' -> "&#96;";
            default -> null;
        };
    }
}
