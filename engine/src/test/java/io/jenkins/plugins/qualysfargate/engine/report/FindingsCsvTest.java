package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsCsvTest {

    @Test
    void shouldLookAsItDidWhenItWasLookedAt() throws IOException {
        Golden.assertUnchanged(FindingsCsv.class, "expected-several.csv", csv(Outcomes.several()));
    }

    @Test
    void shouldSayTheVerdictOfEveryImageFirst() throws IOException {
        List<List<String>> rows = rows(csv(Outcomes.several()));
        assertThat(rows.get(0)).isEqualTo(FindingsCsv.COLUMNS);
        assertThat(rows.stream().filter(row -> cell(row, "type").equals("verdict")))
                .extracting(row -> cell(row, "verdict"))
                .containsExactly("PASS", "PASS", "FAIL", "INDETERMINATE");
    }

    @Test
    void shouldWriteARowPerPackageAndOneWithoutAny() throws IOException {
        List<List<String>> rows = rows(csv(Outcomes.fail()));
        assertThat(rows.stream().filter(row -> cell(row, "type").equals("finding")))
                .extracting(row -> cell(row, "id") + " " + cell(row, "package"))
                .containsExactly("178901 zlib1g", "980901 pyyaml", "980901 zlib1g", "178902 ", "178903 tar", "999999 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "=cmd|'/c calc'!A1"})
    void shouldNotLetATextBecomeAFormula(String hostile) throws IOException {
        for (List<String> row : rows(csv(Outcomes.hostile(hostile)))) {
            assertThat(row).hasSize(FindingsCsv.COLUMNS.size());
            assertThat(row)
                    .noneMatch(cell -> !cell.isEmpty()
                            && "=+-@\t\r\n＝".indexOf(cell.strip().charAt(0)) >= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a\"b", "a\r\nb", "a;b", "'a", "\"", " a "})
    void shouldGiveBackWhatItWasGiven(String text) throws IOException {
        assertThat(cell(rows(csv(Outcomes.hostile(text))).get(1), "image")).isEqualTo(text);
    }

    private static String csv(GateOutcome outcome) throws IOException {
        return Golden.written(new FindingsCsv(KnownFindings.none()), outcome);
    }

    private static String cell(List<String> row, String column) {
        return row.get(FindingsCsv.COLUMNS.indexOf(column));
    }

    /** A reader by the letter of RFC 4180, so that the writer is not tested by itself. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                boolean escaped = c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (escaped) {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                rows.add(List.copyOf(row));
                row.clear();
            } else {
                cell.append(c);
            }
        }
        assertThat(cell).as("rest after the last line break").isEmpty();
        return rows;
    }
}
