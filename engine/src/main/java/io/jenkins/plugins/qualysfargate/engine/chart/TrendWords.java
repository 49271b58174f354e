package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;

/** Every word of a trend, so that a caller can give it in the language of its reader; all of it is escaped later. */
public interface TrendWords {

    /** English, with thousands apart by commas. */
    static TrendWords english() {
        return new EnglishWords();
    }

    /** A number with its thousands apart. */
    String number(long number);

    /** In the legend: what the line shows. */
    String outstanding();

    /** In the legend: what the bars above zero show. */
    String introduced();

    /** In the legend: what the bars below zero show. */
    String fixed();

    /** In the legend: what a gap means. */
    String noNumbers();

    /** In the legend: what the mark of a verdict means. */
    String verdict(VerdictKind verdict);

    /** The name of the picture. */
    String title(String subject, int points);

    /** A sentence or a line for one point: its label, verdict, and the numbers that it has. */
    String point(TrendPoint point);

    /** A sentence: how many points had which verdict. */
    String verdicts(long passed, long failed, long indeterminate);

    /** A sentence: the numbers of outstanding findings of the first and last point that has one, and their range. */
    String course(long first, long last, long least, long most);

    /** A sentence: how many earlier points are not drawn. */
    String leftOut(long points);

    /** A sentence: there is no point. */
    String none();

    /** A sentence: there is one point, and so no trend yet. */
    String single();
}
