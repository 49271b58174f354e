package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a source says at one moment of what a make-up run could get in the way of; it is whole, or there is none.
 *
 * @param zoned false if the source has neither zones nor schedules
 * @param definition null if it is gone
 * @param active in all zones
 * @param due everything that is scheduled, in all zones
 * @param past runs of the subject
 * @param updating what takes in new data now, and so must not be disturbed
 */
public record SourcePicture(
        boolean zoned,
        @Nullable DefinitionNow definition,
        List<ActiveRun> active,
        List<DueScan> due,
        List<Run> past,
        List<Component> components,
        List<Updating> updating) {
    public SourcePicture {
        active = List.copyOf(active);
        due = List.copyOf(due);
        past = List.copyOf(past);
        components = List.copyOf(components);
        updating = List.copyOf(updating);
    }

    /**
     * Something that takes in new data.
     *
     * @param what for people
     * @param zoneId what it concerns; null for everything
     */
    public record Updating(String what, @Nullable String zoneId) {}
}
