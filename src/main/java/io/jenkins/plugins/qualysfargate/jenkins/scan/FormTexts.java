package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAccess;
import io.jenkins.plugins.qualysfargate.jenkins.config.ScanFormChecks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the form says of texts whose words this package knows. */
final class FormTexts {
    private FormTexts() {}

    /**
     * An error with what the reader says; nothing of an empty text, or of one with a variable, which is left to the build.
     *
     * @param reader throws {@link IllegalArgumentException} if it cannot read the text
     */
    static FormValidation check(@CheckForNull Item item, @CheckForNull String value, Consumer<String> reader) {
        String text = Util.fixNull(value).trim();
        return text.isEmpty() ? FormValidation.ok() : checkFilled(item, text, reader);
    }

    /** The same where an empty text is no valid one. */
    static FormValidation checkFilled(@CheckForNull Item item, @CheckForNull String value, Consumer<String> reader) {
        String text = Util.fixNull(value).trim();
        if (text.contains("$") || !FormAccess.mayChoose(item)) {
            return FormValidation.ok();
        }
        try {
            reader.accept(text);
            return FormValidation.ok();
        } catch (IllegalArgumentException wrong) {
            return FormValidation.error(wrong.getMessage());
        }
    }

    /** An error if more than one of several texts is there, of which there can be one. */
    static Optional<FormValidation> onlyOne(@CheckForNull Item item, String problem, String... texts) {
        long there = Arrays.stream(texts)
                .filter(text -> !Util.fixNull(text).isBlank())
                .count();
        return there > 1 && FormAccess.mayChoose(item) ? Optional.of(FormValidation.error(problem)) : Optional.empty();
    }

    /** The path alone is looked at; that a file is nowhere else, through links too, is seen to when it is read. */
    static void requireInWorkspace(String path) {
        boolean upwards = List.of(path.split("[/\\\\]", -1)).contains("..");
        if (path.startsWith("/") || upwards) {
            throw new IllegalArgumentException(Messages.ScanForm_notInWorkspace(path));
        }
    }

    /** Up to nine digits, which is more than any scan finds. */
    static void requireCount(String text) {
        boolean number = text.length() <= 9 && text.chars().allMatch(each -> each >= '0' && each <= '9');
        if (!number) {
            throw new IllegalArgumentException(Messages.ScanForm_noCount(text));
        }
    }

    static FormValidation checkSha256(@CheckForNull Item item, String sha256, String scannerPath) {
        if (sha256.isEmpty() && !scannerPath.isEmpty() && FormAccess.mayChoose(item)) {
            return FormValidation.warning(Messages.ScanForm_unverified());
        }
        return ScanFormChecks.checkSha256(item, sha256);
    }

    static ListBoxModel severities(@CheckForNull Item item, @CheckForNull String current) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.ScanForm_failOnNone(), "");
        for (Severity severity : Severity.values()) {
            choices.add(severity.word());
        }
        return keeping(item, choices, current);
    }

    static ListBoxModel reactions(@CheckForNull Item item, @CheckForNull String current) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.ScanForm_fail(), "fail");
        choices.add(Messages.ScanForm_unstable(), "unstable");
        return keeping(item, choices, current);
    }

    /** Words to begin with. */
    static ComboBoxModel baselines(@CheckForNull Item item) {
        return FormAccess.mayChoose(item)
                ? new ComboBoxModel("previous", "build", "branch:main", "tag:latest", "none")
                : new ComboBoxModel();
    }

    /** What is set is never lost, even if it is a word that the build is going to refuse. */
    private static ListBoxModel keeping(@CheckForNull Item item, ListBoxModel choices, @CheckForNull String current) {
        String set = Util.fixNull(current).trim();
        if (!FormAccess.mayChoose(item)) {
            choices.clear();
        }
        if (choices.stream().noneMatch(choice -> choice.value.equalsIgnoreCase(set))) {
            choices.add(set);
        }
        choices.forEach(choice -> choice.selected = choice.value.equalsIgnoreCase(set));
        return choices;
    }
}
