package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Answers;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;

/** What goes wrong, in the exceptions of the history. */
final class HistoryAnswers {
    static final Answers ANSWERS = new Answers(HistoryUnavailableException::new, CorruptHistoryException::new);

    private HistoryAnswers() {}
}
