package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads who hears of something, and what they need to act. */
record CareReader(Ids<Escalation> escalations) {
    static final List<String> KEYS = List.of("owner", "runbook", "urgency", "escalation");
    static final List<String> MONITOR_KEYS = List.of("other-team", "comply-within");
    /** The name of the escalation that is there if the file has none. */
    static final String STANDARD = "default";

    private static final Duration LONGEST = Duration.ofDays(3660);

    Care read(Section section, Care absent) {
        return new Care(
                section.read("owner", it -> it.text(TextForm.SENTENCE), absent.owner()),
                or(section.optional("runbook", CareReader::link), absent.runbook()),
                section.<Urgency>read("urgency", it -> it.choice(Forms.URGENCIES), absent.urgency()),
                section.read("escalation", escalations::use, absent.escalation()),
                absent.otherTeam(),
                absent.complyWithin());
    }

    Care readAll(Section section, Care absent) {
        Care care = read(section, absent);
        return new Care(
                care.owner(),
                care.runbook(),
                care.urgency(),
                care.escalation(),
                or(section.optional("other-team", it -> it.text(TextForm.SENTENCE)), care.otherTeam()),
                or(
                        section.optional("comply-within", it -> it.duration(Duration.ofHours(1), LONGEST)),
                        care.complyWithin()));
    }

    /**
     * The same with an escalation: the only one, if none is named.
     *
     * @param key where it could be named
     */
    Care resolved(Care care, Section section, String key) {
        String name = care.escalation();
        if (name.isEmpty() && escalations.names().size() > 1) {
            section.missing(
                    key,
                    "is missing or wrong, and the file has several. Name one here or in defaults: "
                            + String.join(", ", escalations.names()));
        } else if (name.isEmpty()) {
            name = escalations.names().stream().findFirst().orElse(STANDARD);
        }
        escalations.use(name);
        return new Care(care.owner(), care.runbook(), care.urgency(), name, care.otherTeam(), care.complyWithin());
    }

    private static @Nullable String link(Value value) {
        URI address = Addresses.link(value);
        return address == null ? null : address.toString();
    }

    private static <T> @Nullable T or(@Nullable T read, @Nullable T absent) {
        return read == null ? absent : read;
    }
}
