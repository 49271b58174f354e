package io.jenkins.plugins.qualysfargate.engine.results;

/**
 * Where a secret or malware lies in the image.
 *
 * @param category what kind of secret it is; empty for malware
 * @param startLine counted from 1; 0 where it is not known
 */
public record RowPlace(String category, String path, long startLine, long endLine) {}
