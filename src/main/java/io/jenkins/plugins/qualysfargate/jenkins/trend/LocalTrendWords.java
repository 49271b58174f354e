package io.jenkins.plugins.qualysfargate.jenkins.trend;

import io.jenkins.plugins.qualysfargate.engine.chart.TrendPoint;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendWords;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.words.Numbers;
import io.jenkins.plugins.qualysfargate.jenkins.words.VerdictWord;

/** The words of a trend in the language of the reader. */
final class LocalTrendWords implements TrendWords {

    @Override
    public String number(long number) {
        return Numbers.format(number);
    }

    @Override
    public String outstanding() {
        return Messages.LocalTrendWords_outstanding();
    }

    @Override
    public String introduced() {
        return Messages.LocalTrendWords_introduced();
    }

    @Override
    public String fixed() {
        return Messages.LocalTrendWords_fixed();
    }

    @Override
    public String noNumbers() {
        return Messages.LocalTrendWords_noNumbers();
    }

    @Override
    public String verdict(VerdictKind verdict) {
        return VerdictWord.of(verdict).getWord();
    }

    @Override
    public String title(String subject, int points) {
        return Messages.LocalTrendWords_title(subject, number(points));
    }

    @Override
    public String point(TrendPoint point) {
        StringBuilder text = new StringBuilder(point.label() + ": " + verdict(point.verdict()));
        add(text, point.outstanding(), outstanding());
        add(text, point.introduced(), introduced());
        add(text, point.fixed(), fixed());
        if (point.outstanding() == null) {
            text.append(", ").append(noNumbers());
        }
        return text.append('.').toString();
    }

    private void add(StringBuilder text, Long number, String word) {
        if (number != null) {
            text.append(", ").append(word).append(' ').append(number(number));
        }
    }

    @Override
    public String verdicts(long passed, long failed, long indeterminate) {
        return Messages.LocalTrendWords_verdicts(number(passed), number(failed), number(indeterminate));
    }

    @Override
    public String course(long first, long last, long least, long most) {
        return Messages.LocalTrendWords_course(number(first), number(last), number(least), number(most));
    }

    @Override
    public String leftOut(long points) {
        return Messages.LocalTrendWords_leftOut(number(points));
    }

    @Override
    public String none() {
        return Messages.LocalTrendWords_none();
    }

    @Override
    public String single() {
        return Messages.LocalTrendWords_single();
    }
}
