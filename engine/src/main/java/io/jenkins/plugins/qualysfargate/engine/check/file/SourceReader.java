package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads sources. */
final class SourceReader {
    private static final Map<String, SourceType> TYPES = Forms.words(SourceType.values());
    private static final List<String> ALL_KEYS = Arrays.stream(SourceType.values())
            .flatMap(each -> each.keys().stream())
            .distinct()
            .toList();
    private static final List<String> UNREACHABLE_KEYS =
            Stream.concat(Stream.of("after"), CareReader.KEYS.stream()).toList();
    private static final TextForm KIND =
            TextForm.of("[a-z][a-z0-9 -]{0,31}", "up to 32 small letters, digits, - and blanks");
    private static final Duration POLL_EVERY = Duration.ofMinutes(5);
    private static final Duration UNREACHABLE_AFTER = Duration.ofMinutes(30);

    private final CareReader cares;
    private final Care standard;

    /** @param standard who hears of a source that says nothing of it */
    SourceReader(CareReader cares, Care standard) {
        this.cares = cares;
        this.standard = standard;
    }

    void read(Value item, Ids<SourceSettings> into) {
        Section section = item.section(ALL_KEYS);
        if (section == null) {
            return;
        }
        String id = into.claim(section, Forms.ID);
        SourceType type = type(section);
        if (type == null) {
            return;
        }
        section.allowOnly(type.keys(), "a source of type " + word(type));
        URI url = type.hasAddress() ? url(section) : null;
        String credentials = credentials(section, type);
        SourceOptions options = SourceOptionsReader.read(section, type);
        Section unreachable = section.section("unreachable", UNREACHABLE_KEYS);
        SourceSettings source = new SourceSettings(
                id == null ? "" : id,
                section.read("kind", it -> it.text(KIND), type.kind()),
                url,
                credentials,
                section.read("poll-every", it -> it.duration(Duration.ofSeconds(30), Duration.ofDays(1)), POLL_EVERY),
                unreachable == null ? UNREACHABLE_AFTER : after(unreachable),
                cares.resolved(
                        unreachable == null ? standard : cares.read(unreachable, standard),
                        section,
                        "unreachable.escalation"),
                options);
        if (id != null) {
            into.put(id, source);
        }
    }

    /** Which type has these options. */
    static SourceType type(SourceOptions options) {
        return options.fold(
                tenable -> SourceType.TENABLE_SC,
                anchore -> SourceType.ANCHORE,
                guardDuty -> SourceType.GUARDDUTY,
                registry -> SourceType.QUALYS_REGISTRY,
                images -> SourceType.IMAGES);
    }

    private static @Nullable SourceType type(Section section) {
        if (!section.has("type")) {
            section.missing("type", "is missing: it is one of " + String.join(", ", TYPES.keySet()));
        }
        return section.optional("type", it -> it.choice(TYPES));
    }

    private static String word(SourceType type) {
        return TYPES.entrySet().stream()
                .filter(each -> each.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable URI url(Section section) {
        if (!section.has("url")) {
            section.missing("url", "is missing: it is the address of the source, such as https://sc.example.com");
        }
        boolean insecure = section.read("insecure", Forms::flag, false);
        return section.optional("url", insecure ? Addresses::plain : Addresses::guarded);
    }

    private static @Nullable String credentials(Section section, SourceType type) {
        return type.hasAddress()
                ? section.required("credentials", Forms.CREDENTIALS)
                : section.optional("credentials", it -> it.text(Forms.CREDENTIALS));
    }

    private static Duration after(Section unreachable) {
        return unreachable.read(
                "after", it -> it.duration(Duration.ofMinutes(1), Duration.ofDays(7)), UNREACHABLE_AFTER);
    }
}
