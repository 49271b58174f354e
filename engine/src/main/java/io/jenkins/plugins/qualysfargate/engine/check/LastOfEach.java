package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the last of several documents with one key: a commit takes each once. */
final class LastOfEach {
    private LastOfEach() {}

    static List<Entry> of(List<Entry> entries) {
        Map<EntryKey, Entry> last = new LinkedHashMap<>();
        entries.forEach(each -> last.put(each.key(), each));
        return List.copyOf(last.values());
    }
}
