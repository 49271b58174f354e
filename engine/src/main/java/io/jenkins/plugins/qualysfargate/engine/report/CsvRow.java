package io.jenkins.plugins.qualysfargate.engine.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a CSV file, filled by column name. */
public final class CsvRow {
    private static final String END = "\r\n";
    /** What spreadsheets take for the start of a formula, after the CSV injection page of OWASP; full-width forms too. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final List<String> columns;
    private final Map<String, String> cells = new HashMap<>();

    /** @param columns in their order */
    public CsvRow(List<String> columns) {
        this.columns = columns;
    }

    /** Puts one cell; a value that is not known is an empty one. */
    public CsvRow put(String column, @Nullable String value) {
        if (!columns.contains(column)) {
            throw new IllegalArgumentException("'" + column + "' is not a column; there are " + columns);
        }
        cells.put(column, value == null ? "" : value);
        return this;
    }

    /** Writes it with its line break. */
    public void writeTo(Appendable out) throws IOException {
        String separator = "";
        for (String column : columns) {
            out.append(separator).append(cell(cells.getOrDefault(column, "")));
            separator = ",";
        }
        out.append(END);
    }

    /** Writes the first line. */
    public static void header(Appendable out, List<String> columns) throws IOException {
        out.append(String.join(",", columns)).append(END);
    }

    private static String cell(String value) {
        String text = SafeText.wellFormed(value);
        if (startsFormula(text)) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == ';')
                || text.startsWith(" ")
                || text.startsWith("'");
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Spreadsheets skip leading blanks, so this does too. */
    private static boolean startsFormula(String text) {
        String visible = text.stripLeading();
        boolean hidden = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return hidden || (!visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0);
    }
}
