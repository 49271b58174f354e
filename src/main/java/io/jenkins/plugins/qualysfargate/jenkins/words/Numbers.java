package io.jenkins.plugins.qualysfargate.jenkins.words;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.text.NumberFormat;
import org.jvnet.localizer.LocaleProvider;

/** Numbers as the reader writes them. */
public final class Numbers {
    private Numbers() {}

    /** With thousands apart. */
    public static String format(long number) {
        return NumberFormat.getIntegerInstance(LocaleProvider.getLocale()).format(number);
    }

    /** Null for a number that is not known. */
    @CheckForNull
    public static String formatOrNull(@CheckForNull Number number) {
        return number == null ? null : format(number.longValue());
    }
}
