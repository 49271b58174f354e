package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;

/** Words that can be told from those of English: every one stands between the same two marks. */
record FakeWords(String before, String after) implements TrendWords {
    private String marked(Object... parts) {
        StringBuilder text = new StringBuilder(before);
        for (Object part : parts) {
            text.append(part).append(' ');
        }
        return text.append(after).toString();
    }

    @Override
    public String number(long number) {
        return marked(number);
    }

    @Override
    public String outstanding() {
        return marked("offen");
    }

    @Override
    public String introduced() {
        return marked("neu");
    }

    @Override
    public String fixed() {
        return marked("behoben");
    }

    @Override
    public String noNumbers() {
        return marked("keine Zahlen");
    }

    @Override
    public String verdict(VerdictKind verdict) {
        return marked(verdict.ordinal());
    }

    @Override
    public String title(String subject, int points) {
        return marked(subject, points);
    }

    @Override
    public String point(TrendPoint point) {
        return marked(point.label());
    }

    @Override
    public String verdicts(long passed, long failed, long indeterminate) {
        return marked(passed, failed, indeterminate);
    }

    @Override
    public String course(long first, long last, long least, long most) {
        return marked(first, last, least, most);
    }

    @Override
    public String leftOut(long points) {
        return marked(points);
    }

    @Override
    public String none() {
        return marked("nichts");
    }

    @Override
    public String single() {
        return marked("eins");
    }
}
