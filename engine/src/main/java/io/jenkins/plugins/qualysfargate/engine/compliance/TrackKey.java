package io.jenkins.plugins.qualysfargate.engine.compliance;

/** Which subject of which monitor; the subject is empty for what concerns the monitor as a whole. */
public record TrackKey(String monitorId, String subjectId) {}
