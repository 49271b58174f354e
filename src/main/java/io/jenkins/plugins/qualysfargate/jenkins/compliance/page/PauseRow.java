package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.Scope;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A mute or a maintenance window. */
public final class PauseRow {
    private final Pause pause;
    private final Instant now;
    private final boolean opened;

    /** @param opened true if a person opened it, so that it can be ended */
    PauseRow(Pause pause, Instant now, boolean opened) {
        this.pause = pause;
        this.now = now;
        this.opened = opened;
    }

    public String getId() {
        return pause.id();
    }

    public String getKind() {
        return pause.kind() == Pause.Kind.MUTE ? Messages.PauseRow_mute() : Messages.PauseRow_maintenance();
    }

    /** What it is for. */
    public String getScope() {
        Scope scope = pause.scope();
        List<String> parts = new ArrayList<>();
        add(parts, "monitor", scope.monitor());
        add(parts, "tag", scope.tag());
        add(parts, "source", scope.source());
        add(parts, "zone", scope.zone());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String what, Object value) {
        if (value != null) {
            parts.add(what + " " + value);
        }
    }

    public Moment getFrom() {
        return Moment.of(pause.from());
    }

    public Moment getUntil() {
        return Moment.of(pause.until());
    }

    public boolean isRecurring() {
        return pause.schedule() != null;
    }

    public boolean isActive() {
        return pause.activeAt(now);
    }

    public boolean isOpened() {
        return opened;
    }

    public String getWho() {
        return pause.who();
    }

    public String getWhy() {
        return pause.why();
    }
}
