package io.jenkins.plugins.qualysfargate.engine.model;

/**
 * One secret that lies in an image, without the matched text: that is dropped where it is read.
 *
 * @param path where it lies in the image
 * @param startLine first line, counted from 1; 0 where the scanner does not say
 */
public record Secret(
        String ruleId, String category, Severity severity, String title, String path, int startLine, int endLine) {}
