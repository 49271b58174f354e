package io.jenkins.plugins.qualysfargate.jenkins.config;

import hudson.util.FormValidation;
import java.util.List;

/** Turns sentences into the answer to a form, which escapes them. */
public final class FormAnswers {
    private FormAnswers() {}

    /** An error with everything that is wrong; fine if nothing is. */
    public static FormValidation of(List<String> problems) {
        return problems.isEmpty() ? FormValidation.ok() : FormValidation.error(String.join("\n", problems));
    }
}
