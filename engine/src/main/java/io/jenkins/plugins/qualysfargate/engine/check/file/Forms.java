package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms of the texts in a compliance file; contracts/compliance.schema.json has the same ones. */
final class Forms {
    static final TextForm ID = TextForm.of(
            "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
            "an id: up to 64 letters, digits and . _ -, the first one a letter or digit");
    static final TextForm SHORT_ID = TextForm.of(
            "[A-Za-z0-9][A-Za-z0-9_-]{0,31}",
            "an id: up to 32 letters, digits and _ -, the first one a letter or digit");
    static final TextForm CREDENTIALS = TextForm.of(
            "[A-Za-z0-9][A-Za-z0-9._/-]{0,199}",
            "a name of credentials: up to 200 letters, digits and . _ - /; never the credentials themselves");
    static final TextForm NAME =
            TextForm.of("(?=.*\\S)[^\\p{Cntrl}]{1,300}", "a name of 1 to 300 characters in one line");
    static final TextForm PATTERN = TextForm.of(
            "(?=.*\\S)[^\\p{Cntrl}]{1,300}", "a name or pattern (* and ?) of 1 to 300 characters in one line");
    static final TextForm REGEX =
            TextForm.of("(?=.*\\S)[^\\p{Cntrl}]{1,1000}", "a regular expression of 1 to 1000 characters in one line");
    // Lines, because a cron text may name its zone in a line of its own.
    static final TextForm SCHEDULE = TextForm.of(
            "(?s)(?=.*\\S)(?:[^\\p{Cntrl}]|[\\n\\t]){1,4000}",
            "a schedule such as H 2 * * *, or the word source or continuous");
    static final TextForm ZONE = TextForm.of("[A-Za-z0-9_+/-]{1,64}", "a time zone such as Europe/Berlin");
    static final TextForm MOMENT = TextForm.of(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?",
            "a day such as 2026-03-31 or a moment such as 2026-03-31T22:00 or 2026-03-31T22:00Z");
    static final TextForm ADDRESS = TextForm.of("[!-~]{1,2000}", "an address such as https://host/path");
    static final TextForm REGION =
            TextForm.of("[a-z]{2}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}", "a region of AWS such as eu-central-1");
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    static final TextForm ROLE = TextForm.of(
            "arn:[a-z0-9-]{1,20}:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,576}",
            "a role's ARN, arn:aws:iam::ACCOUNT:role/NAME");
    static final TextForm EXTERNAL_ID =
            TextForm.of("[\\w+=,.@:/-]{2,1224}", "an external id of 2 to 1224 letters, digits and _+=,.@:/-");
    // https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
    static final TextForm TOPIC = TextForm.of(
            "arn:[a-z0-9-]{1,20}:sns:[a-z0-9-]{1,40}:[0-9]{12}:[A-Za-z0-9_-]{1,256}(?:\\.fifo)?",
            "a topic's ARN, arn:aws:sns:REGION:ACCOUNT:NAME");
    static final TextForm REPOSITORY =
            TextForm.of("[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}", "a repository, OWNER/NAME");
    static final TextForm LABEL = TextForm.of(
            "[A-Za-z0-9_.:/-][A-Za-z0-9_.:/ -]{0,49}", "a label of 1 to 50 letters, digits, blanks and _ . : / -");
    static final TextForm TITLE =
            TextForm.of("(?=.*\\S)[^\\p{Cntrl}]{1,200}", "a title of 1 to 200 characters in one line");
    static final TextForm PROJECT = TextForm.of("[A-Z][A-Z0-9_]{0,49}", "a key of a Jira project such as OPS");
    static final TextForm MAIL =
            TextForm.of("[^\\s\\p{Cntrl}@<>,;:\"]{1,64}@[A-Za-z0-9.-]{1,190}", "a mail address, NAME@HOST");

    static final Map<String, Urgency> URGENCIES = words(Urgency.values());
    static final Map<String, DstPolicy> DST_POLICIES = words(DstPolicy.values());

    private Forms() {}

    /** Constants by the words that a file has for them. */
    static <T extends Enum<T>> Map<String, T> words(T[] constants) {
        Map<String, T> words = new LinkedHashMap<>();
        Arrays.stream(constants)
                .forEach(each -> words.put(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), each));
        return words;
    }

    static @Nullable Glob pattern(Value value) {
        String text = value.text(PATTERN);
        return text == null ? null : new Glob(text);
    }

    static @Nullable Boolean flag(Value value) {
        return value.flag(true, false);
    }
}
