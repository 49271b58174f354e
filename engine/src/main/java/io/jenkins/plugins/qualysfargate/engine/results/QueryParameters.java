package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The untrusted words of a query, each taken for what it says or refused. */
final class QueryParameters {
    private static final List<String> NAMES = List.of(
            "text",
            "severity",
            "new",
            "fixable",
            "waived",
            "package",
            "cve",
            "kind",
            "sort",
            "order",
            "offset",
            "limit");
    /** What a message repeats of a wrong word, in UTF-16 units. */
    private static final int REPEATED = 40;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private final Map<String, String> parameters;

    QueryParameters(Map<String, String> parameters) {
        this.parameters = parameters;
        for (String name : parameters.keySet()) {
            if (!NAMES.contains(name)) {
                throw unknown(name, "a part of a query", NAMES);
            }
        }
    }

    FindingQuery query() {
        FindingQuery usual = FindingQuery.DEFAULT;
        return new FindingQuery(
                text("text"),
                severities(),
                choice("new", Map.of("true", true, "false", false), usual.onlyNew()),
                choice("fixable", Map.of("true", true, "false", false), usual.onlyFixable()),
                choice("waived", Map.of("show", true, "hide", false), usual.showWaived()),
                text("package"),
                text("cve"),
                kind(),
                choice("sort", words(SortKey.values(), SortKey::word), usual.sort()),
                choice("order", Map.of("ascending", false, "descending", true), usual.descending()),
                number("offset", usual.offset(), 0, FindingQuery.LARGEST_OFFSET),
                number("limit", usual.limit(), 1, FindingQuery.LARGEST_LIMIT));
    }

    private String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    private Set<Severity> severities() {
        Set<Severity> chosen = EnumSet.noneOf(Severity.class);
        Map<String, Severity> words = words(Severity.values(), Severity::word);
        String text = text("severity");
        if (!text.isEmpty()) {
            for (String word : text.split(",", -1)) {
                chosen.add(word("severity", word, words));
            }
        }
        return chosen;
    }

    private @Nullable RowKind kind() {
        String word = text("kind");
        return word.isEmpty() ? null : word("kind", word, words(RowKind.values(), RowKind::word));
    }

    private <T> T choice(String name, Map<String, T> words, T otherwise) {
        String word = text(name);
        return word.isEmpty() ? otherwise : word(name, word, words);
    }

    private int number(String name, int otherwise, int least, int most) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + name + "' is '" + repeated(text) + "'; a whole number from "
                    + least + " to " + most + " is expected");
        }
        return Integer.parseInt(text);
    }

    private static <T> T word(String name, String word, Map<String, T> words) {
        T meant = words.get(word);
        if (meant == null) {
            throw unknown(
                    word,
                    "a word for '" + name + "'",
                    words.keySet().stream().sorted().toList());
        }
        return meant;
    }

    private static <E> Map<String, E> words(E[] values, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(values).forEach(each -> words.put(word.apply(each), each));
        return words;
    }

    private static IllegalArgumentException unknown(String word, String what, List<String> valid) {
        return new IllegalArgumentException(
                "'" + repeated(word) + "' is not " + what + "; valid are " + String.join(", ", valid));
    }

    private static String repeated(String text) {
        return SafeText.line(text, REPEATED);
    }
}
