package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows of which definition a result is a run, and of which run it is the rest. */
final class Origins {
    /** What belongs to no definition; no definition has it. */
    static final String NONE = "-1";

    private static final String ROLLOVER = "rollover";

    private final Map<String, TenableDefinition> definitions;
    private final Collection<TenableResult> results;

    Origins(Map<String, TenableDefinition> definitions, Collection<TenableResult> results) {
        this.definitions = definitions;
        this.results = results;
    }

    /** @param parentId the run that it goes on with; null if it stands for itself */
    record Origin(String subjectId, @Nullable String parentId) {}

    Origin of(TenableResult result) {
        TenableDefinition definition = definition(result);
        if (definition == null) {
            return new Origin(result.scanId() == null ? NONE : result.scanId(), null);
        }
        if (!isRollover(definition)) {
            return new Origin(definition.id(), null);
        }
        return parent(definition)
                .flatMap(parent -> lastPartial(parent, result))
                .map(run -> new Origin(String.valueOf(run.scanId()), run.id()))
                .orElseGet(() -> new Origin(definition.id(), null));
    }

    /** By its id; a result without one, by its name if only one definition has it. */
    private @Nullable TenableDefinition definition(TenableResult result) {
        if (result.scanId() != null) {
            return definitions.get(result.scanId());
        }
        List<TenableDefinition> named = definitions.values().stream()
                .filter(each ->
                        each.name().equals(result.name()) && !each.name().isEmpty())
                .toList();
        return named.size() == 1 ? named.get(0) : null;
    }

    private static boolean isRollover(TenableDefinition definition) {
        return definition.timetable().type().toLowerCase(Locale.ROOT).equals(ROLLOVER);
    }

    /** The definition that ran out of time: the one it names, else the only one whose name its own begins with. */
    private Optional<TenableDefinition> parent(TenableDefinition rest) {
        String named = rest.timetable().parentId();
        if (named != null) {
            return Optional.ofNullable(definitions.get(named));
        }
        List<TenableDefinition> alike = definitions.values().stream()
                .filter(each -> !isRollover(each)
                        && !each.name().isEmpty()
                        && rest.name().startsWith(each.name()))
                .sorted(Comparator.comparingInt(
                                (TenableDefinition each) -> each.name().length())
                        .reversed())
                .toList();
        boolean clear = alike.size() == 1
                || (alike.size() > 1
                        && alike.get(0).name().length() > alike.get(1).name().length());
        return clear ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private Optional<TenableResult> lastPartial(TenableDefinition parent, TenableResult rest) {
        return results.stream()
                .filter(each -> parent.id().equals(each.scanId())
                        && StateWords.state(each.status()) == RunState.PARTIAL
                        && each.createdAt().isBefore(rest.createdAt()))
                .max(Comparator.comparing(TenableResult::createdAt));
    }
}
