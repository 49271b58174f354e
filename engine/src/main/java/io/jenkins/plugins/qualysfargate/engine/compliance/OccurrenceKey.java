package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;

/**
 * Which occurrence: evaluated again it is the same one.
 *
 * @param scheduleHash of the schedule by which it was due, so that an edited schedule owes new ones and closes the old ones
 */
public record OccurrenceKey(String monitorId, String subjectId, Instant dueAt, String scheduleHash) {}
