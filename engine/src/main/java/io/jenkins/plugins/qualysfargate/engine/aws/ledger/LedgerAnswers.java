package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Answers;
import io.jenkins.plugins.qualysfargate.engine.ledger.CorruptLedgerException;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerUnavailableException;

/** What goes wrong, in the exceptions of the ledger. */
final class LedgerAnswers {
    static final Answers ANSWERS = new Answers(LedgerUnavailableException::new, CorruptLedgerException::new);

    private LedgerAnswers() {}
}
