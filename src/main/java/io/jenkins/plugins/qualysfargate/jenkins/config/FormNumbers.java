package io.jenkins.plugins.qualysfargate.jenkins.config;

import hudson.model.Descriptor.FormException;
import java.util.List;
import net.sf.json.JSONObject;

/** Whole numbers as people type them: what is none is told, and never taken for another. */
final class FormNumbers {
    private FormNumbers() {}

    /** @throws FormException if one of the numbers in the form is none */
    static JSONObject checked(JSONObject json) throws FormException {
        require(json, "staleAfterDays", Messages.QualysSettings_staleAfterDays());
        require(json, "historyDays", Messages.QualysSettings_historyDays());
        require(json, "maxScanMinutes", Messages.QualysSettings_maxScanMinutes());
        return json;
    }

    private static void require(JSONObject json, String key, String name) throws FormException {
        String text = json.optString(key).trim();
        if (json.has(key) && !isNumber(text)) {
            throw new FormException(Messages.FormNumbers_none(name, text), key);
        }
    }

    static List<String> days(String text) {
        return inRange(Messages.FormNumbers_days(), text, SettingsProblems.LONGEST_DAYS);
    }

    static List<String> minutes(String text) {
        return inRange(Messages.FormNumbers_minutes(), text, SettingsProblems.LONGEST_MINUTES);
    }

    static List<String> inRange(String name, String text, int most) {
        return isNumber(text)
                ? SettingsProblems.number(name, Integer.parseInt(text), most)
                : List.of(Messages.FormNumbers_none(name, text));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,6}");
    }
}
