package io.jenkins.plugins.qualysfargate.engine.yaml;

/**
 * What a file is to people, and how much of it is read.
 *
 * @param noun as it follows "a", for example {@code policy}
 * @param longest in characters
 * @param deepest levels of keys and lists
 * @param ifTooLong a sentence that says what to do about a file that is too long
 */
public record FileKind(String noun, int longest, int deepest, String ifTooLong) {}
