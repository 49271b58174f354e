package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import org.jspecify.annotations.Nullable;

/** The fields of one result while they are read, whatever their order. Reused. */
final class ResultFields {
    /** First byte of a key that stands for a place among the rules; no rule id begins with it. */
    static final byte BY_PLACE = 0;

    final Text ruleId = new Text();
    final Text qid = new Text();
    final Text message = new Text();
    final Text path = new Text();
    final Text logicalName = new Text();
    final PackageFields flat = new PackageFields();
    final PendingPackages packages = new PendingPackages();

    @Nullable
    Severity ownSeverity;

    @Nullable
    Severity scoreSeverity;

    @Nullable
    Severity level;

    /** Row of the rule that ruleId names; -1 until it is read. */
    int row;

    int ruleIndex;
    boolean potential;
    boolean suppressed;
    boolean counts;

    /** True once any result had a list of packages: then messages are titles, and need not be searched for packages. */
    boolean listsSoftware;

    private final Text key = new Text();

    void clear() {
        ruleId.clear();
        qid.clear();
        message.clear();
        path.clear();
        logicalName.clear();
        flat.clear();
        packages.clear();
        ownSeverity = null;
        scoreSeverity = null;
        level = null;
        row = -1;
        ruleIndex = -1;
        potential = false;
        suppressed = false;
        counts = true;
    }

    /** What the result says itself of how bad it is; null if it leaves that to its rule or its level. */
    @Nullable
    Severity severity() {
        return ownSeverity != null ? ownSeverity : scoreSeverity;
    }

    @Nullable
    Severity level() {
        return level;
    }

    int ruleIndex() {
        return ruleIndex;
    }

    boolean potential() {
        return potential;
    }

    boolean suppressed() {
        return suppressed;
    }

    /** True if the result says in some way which rule it is of. */
    boolean namesRule() {
        return !ruleId.isBlank() || !qid.isBlank() || ruleIndex >= 0;
    }

    /** What results of one rule have in common: its id, else its QID, else its place. */
    Text key() {
        if (!ruleId.isBlank()) {
            return ruleId;
        }
        if (!qid.isBlank()) {
            return qid;
        }
        key.set("\0" + ruleIndex);
        return key;
    }
}
