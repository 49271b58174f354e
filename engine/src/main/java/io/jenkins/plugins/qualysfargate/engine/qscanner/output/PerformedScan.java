package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

/**
 * What the inventory says of one scan type.
 *
 * @param type the scanner's word
 * @param succeeded true only for the status SUCCESS
 * @param partial true if the scanner lists paths that it could not look into
 */
record PerformedScan(String type, String status, boolean succeeded, boolean partial) {}
