package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What the form of a scan says of texts that were typed into it; a text with a variable in it is left to the build. */
public final class ScanFormChecks {
    private ScanFormChecks() {}

    /** Whether it is the name of an image. */
    public static FormValidation checkImage(@CheckForNull Item item, @CheckForNull String value) {
        return check(item, value, ImageReference::parse);
    }

    /** Whether each is a platform. */
    public static FormValidation checkPlatforms(@CheckForNull Item item, @CheckForNull String value) {
        return check(item, value, text -> words(text).forEach(Platform::parse));
    }

    /** Everything that is wrong with a policy, or odd about it. */
    public static FormValidation checkPolicy(@CheckForNull Item item, @CheckForNull String value) {
        return leftOut(item, value) ? FormValidation.ok() : NamedPolicy.check(Util.fixNull(value));
    }

    /** Whether it is a SHA-256. */
    public static FormValidation checkSha256(@CheckForNull Item item, @CheckForNull String value) {
        return check(item, value, text -> {
            if (Digest.parse(text).isEmpty()) {
                throw new IllegalArgumentException(Messages.ScanFormChecks_sha256());
            }
        });
    }

    /** Whether it is a number of minutes that a scan may take. */
    public static FormValidation checkMinutes(@CheckForNull Item item, @CheckForNull String value) {
        int most = QualysConfiguration.get().getMaxScanMinutes();
        return leftOut(item, value)
                ? FormValidation.ok()
                : FormAnswers.of(FormNumbers.inRange(Messages.FormNumbers_minutes(), text(value), most));
    }

    /** Whether it is a number of days. */
    public static FormValidation checkDays(@CheckForNull Item item, @CheckForNull String value) {
        return leftOut(item, value) ? FormValidation.ok() : FormAnswers.of(FormNumbers.days(text(value)));
    }

    private static FormValidation check(@CheckForNull Item item, @CheckForNull String value, Consumer<String> reader) {
        if (leftOut(item, value)) {
            return FormValidation.ok();
        }
        try {
            reader.accept(text(value));
            return FormValidation.ok();
        } catch (IllegalArgumentException wrong) {
            return FormValidation.error(wrong.getMessage());
        }
    }

    private static boolean leftOut(@CheckForNull Item item, @CheckForNull String value) {
        return text(value).isEmpty() || text(value).contains("$") || !FormAccess.mayChoose(item);
    }

    private static String text(@CheckForNull String value) {
        return Util.fixNull(value).trim();
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::trim).toList();
    }
}
