package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import io.jenkins.plugins.qualysfargate.engine.aws.store.AwsTables;

/**
 * Which tables the ledger stands in, in one region and account.
 *
 * @param occurrences of shape {@link AwsTables#OCCURRENCES}
 * @param incidents of shape {@link AwsTables#INCIDENTS}: all other documents, and the journal
 * @param outbox of shape {@link AwsTables#OUTBOX}
 */
public record TableLedgerSettings(String occurrences, String incidents, String outbox) {

    /** The names of a stack. */
    public static TableLedgerSettings of(String stack) {
        return new TableLedgerSettings(
                AwsTables.name(AwsTables.OCCURRENCES, stack),
                AwsTables.name(AwsTables.INCIDENTS, stack),
                AwsTables.name(AwsTables.OUTBOX, stack));
    }
}
