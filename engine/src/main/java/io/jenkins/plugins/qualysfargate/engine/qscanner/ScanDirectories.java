package io.jenkins.plugins.qualysfargate.engine.qscanner;

/**
 * Where one attempt to scan may write, as absolute paths of the machine that the scanner runs on. All of them are empty
 * and nobody else's.
 *
 * @param output reports, and nothing else
 * @param home the scanner's home directory
 */
public record ScanDirectories(String output, String cache, String home, String temporary) {}
