package io.jenkins.plugins.qualysfargate.engine.model;

/**
 * One reason why an image fails, and what to do about it.
 *
 * @param rule the policy rule in the policy file's words, for example {@code limits.critical}
 * @param subject what breaks it, for example {@code 178901 zlib1g 1.2.11}
 */
public record Violation(String rule, String subject, Severity severity, String message, String howToFix) {}
