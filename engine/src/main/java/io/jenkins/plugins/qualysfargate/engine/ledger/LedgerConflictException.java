package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.util.List;
import java.util.stream.Collectors;

/** Somebody else has written one of the documents since it was read; nothing of what goes together was saved. */
public final class LedgerConflictException extends Exception {
    private static final long serialVersionUID = 1L;

    public LedgerConflictException(String message) {
        super(message);
    }

    /** @param keys of the documents that are no longer what was read; at least one */
    public static LedgerConflictException over(List<EntryKey> keys) {
        String some = keys.stream().limit(3).map(EntryKey::toString).collect(Collectors.joining("; "));
        return new LedgerConflictException(
                "Tried to save changes in the compliance ledger, but somebody else has changed "
                        + some + (keys.size() > 3 ? " and " + (keys.size() - 3) + " more" : "")
                        + " since. Nothing was saved: read them again and decide anew.");
    }
}
