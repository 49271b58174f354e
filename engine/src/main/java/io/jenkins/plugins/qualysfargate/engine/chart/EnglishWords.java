package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.Locale;

/** The words where nobody gives others. */
final class EnglishWords implements TrendWords {

    @Override
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    @Override
    public String outstanding() {
        return "Outstanding";
    }

    @Override
    public String introduced() {
        return "New";
    }

    @Override
    public String fixed() {
        return "Fixed";
    }

    @Override
    public String noNumbers() {
        return "No numbers";
    }

    @Override
    public String verdict(VerdictKind verdict) {
        return switch (verdict) {
            case PASS -> "Pass";
            case FAIL -> "Fail";
            case INDETERMINATE -> "Indeterminate";
        };
    }

    @Override
    public String title(String subject, int points) {
        return "Compliance trend of " + subject + ", " + scans(points);
    }

    @Override
    public String point(TrendPoint point) {
        String verdict = point.label() + ": " + verdict(point.verdict()).toLowerCase(Locale.ROOT);
        if (point.outstanding() == null && !point.compared()) {
            return verdict + ", no numbers.";
        }
        String outstanding = point.outstanding() == null
                ? ", outstanding findings not known"
                : ", " + number(point.outstanding()) + " outstanding";
        return verdict + outstanding + (point.compared() ? compared(point) : ", compared with nothing") + ".";
    }

    private String compared(TrendPoint point) {
        return (point.introduced() == null ? "" : ", " + number(point.introduced()) + " new")
                + (point.fixed() == null ? "" : ", " + number(point.fixed()) + " fixed");
    }

    @Override
    public String verdicts(long passed, long failed, long indeterminate) {
        return number(passed) + " passed, " + number(failed) + " failed, " + number(indeterminate) + " indeterminate.";
    }

    @Override
    public String course(long first, long last, long least, long most) {
        return "Outstanding findings: " + number(first) + " at first, " + number(last) + " at last, between "
                + number(least) + " and " + number(most) + ".";
    }

    @Override
    public String leftOut(long points) {
        return number(points) + (points == 1 ? " earlier scan is" : " earlier scans are") + " not shown.";
    }

    @Override
    public String none() {
        return "There is no scan to show yet.";
    }

    @Override
    public String single() {
        return "One scan so far: the trend begins with the next.";
    }

    private String scans(long count) {
        return number(count) + (count == 1 ? " scan" : " scans");
    }
}
