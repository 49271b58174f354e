package io.jenkins.plugins.qualysfargate.engine.ledger;

/**
 * @param id of what the document is about, 1 to 512 characters
 * @param sort orders the documents of one id, up to 128 characters; empty if there is one only
 */
public record EntryKey(EntryKind kind, String id, String sort) {}
