package io.jenkins.plugins.qualysfargate.engine.runtime;

import java.util.List;

/** Where runtime events are stored. May be called from any thread. */
public interface RuntimeEvents {

    /**
     * Stores events; one that is stored already is stored once. Never throws because the store fails: what could not be
     * stored is in the answer, and counted.
     */
    StoredEvents write(List<RuntimeEventItem> events);

    /**
     * Reads a page of events.
     *
     * @throws RuntimeEventsUnavailableException if the store cannot be reached, or holds what is no event
     * @throws IllegalArgumentException if the place where the page begins is none
     */
    RuntimeEventPage query(RuntimeEventQuery query);
}
