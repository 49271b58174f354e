package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Groups the results of a report by run and rule while they stream past: one row a rule, a few numbers on the heap, all
 * texts in the arena.
 */
final class FindingTable {
    static final long NONE = -1;

    private final Arena arena = new Arena();
    // Apart from the rest, so that looking an id up stays within a few cache lines.
    private final Arena idArena = new Arena();
    private final LayerTable layers = new LayerTable();
    private final RecordWriter record = new RecordWriter();
    // A report could hold ids made to collide under a known multiplier, and make the table crawl.
    private final int multiplier = ThreadLocalRandom.current().nextInt() | 1;

    private long[] ids = new long[64];
    private long[] rules = new long[64];
    private long[] packages = new long[64];
    private int[] states = new int[64];
    private int[] hashes = new int[64];
    private int[] hints = new int[64];
    private boolean[] rated = new boolean[64];
    private int size;

    private int firstOfRun;
    private int[] slots = new int[128];
    private int[] positions = new int[64];
    private int rulesOfRun;
    private int guess;

    void beginRun() {
        firstOfRun = size;
        guess = size;
        rulesOfRun = 0;
        slots = new int[128];
    }

    /** Adds the next rule of the run; one without an id only holds its position. */
    void rule(RuleFields rule) {
        if (rulesOfRun == positions.length) {
            positions = Arrays.copyOf(positions, positions.length * 2);
        }
        int row = rule.id().isBlank() ? (int) NONE : row(rule.id());
        positions[rulesOfRun++] = row;
        describe(row, rule);
    }

    /** Adds a rule that results can name by its id only. */
    void extensionRule(RuleFields rule) {
        if (!rule.id().isBlank()) {
            describe(row(rule.id()), rule);
        }
    }

    private void describe(int row, RuleFields rule) {
        if (row == NONE || (rules[row] != NONE && !worse(rule, Rule.decode(arena, rules[row])))) {
            return;
        }
        record.clear();
        rated[row] |= rule.severity() != null;
        Rule.encode(record, rule);
        rules[row] = arena.end();
        arena.append(record.bytes(), record.length());
    }

    /** Of two rules with one id the worse one counts; one that is not rated is taken for worse. */
    private static boolean worse(RuleFields candidate, Rule present) {
        var severity = candidate.severity();
        var known = present.severity();
        if (known == null || severity == null) {
            return severity != null;
        }
        return severity == Severity.UNKNOWN || severity.ordinal() < known.ordinal();
    }

    /** Counts the result in the row of its rule: by id if it names one, else by its place among the run's rules. */
    int add(ResultFields result) {
        int row = result.row >= 0 ? result.row : row(result.key());
        if (result.ruleIndex() >= 0) {
            hints[row] = result.ruleIndex();
        }
        states[row] = FindingState.with(states[row], result);
        return row;
    }

    LayerTable layers() {
        return layers;
    }

    /** True if the rule of the row states a severity itself. */
    boolean isRated(int row) {
        return rated[row];
    }

    /** True if nothing is known yet of the row's rule, so that its results have to bring their own title. */
    boolean lacksRule(int row) {
        return rules[row] == NONE;
    }

    /** Adds one package (or remark) to the row: the record of it is linked to the one before. */
    void link(int row, RecordWriter body) {
        body.link(packages[row]);
        packages[row] = arena.end();
        arena.append(body.bytes(), body.length());
    }

    /** Ends the run; returns false if a result names its rule only by a place that the run's rules do not have. */
    boolean endRun() {
        boolean complete = true;
        for (int row = firstOfRun; row < size; row++) {
            if (!FindingState.hasResults(states[row])) {
                continue;
            }
            int hinted = hints[row] >= 0 && hints[row] < rulesOfRun ? positions[hints[row]] : (int) NONE;
            if (isByPlace(row)) {
                complete &= hinted != NONE && mergeInto(hinted, row);
            } else if (rules[row] == NONE && hinted != NONE) {
                rules[row] = rules[hinted];
            } else if (rules[row] == NONE) {
                rules[row] = ruleOfParent(row);
            }
        }
        return complete;
    }

    StoredFindings seal() {
        arena.seal();
        idArena.seal();
        return new StoredFindings(arena, idArena, layers, ids, rules, packages, states, size);
    }

    private boolean isByPlace(int row) {
        return idArena.at(ids[row]) != 0 && idArena.at(ids[row] + 1) == ResultFields.BY_PLACE;
    }

    private boolean mergeInto(int target, int source) {
        long oldest = NONE;
        for (long next = packages[source]; next != NONE; next = LinkedRecords.previous(arena, next)) {
            oldest = next;
        }
        if (oldest != NONE) {
            for (int i = 0; i < Long.BYTES; i++) {
                arena.put(oldest + i, (byte) (packages[target] >>> (i * Byte.SIZE)));
            }
            packages[target] = packages[source];
        }
        states[target] |= states[source];
        states[source] = 0;
        return true;
    }

    /** SARIF 3.52.4: an id may be hierarchical, and its rule is the nearest ancestor. */
    private long ruleOfParent(int row) {
        String id = new RecordReader(idArena, ids[row]).readText();
        Text parent = new Text();
        for (int slash = id.lastIndexOf('/'); slash > 0; slash = id.lastIndexOf('/', slash - 1)) {
            parent.set(id.substring(0, slash));
            int found = find(parent, hash(parent));
            if (found >= 0 && rules[found] != NONE) {
                return rules[found];
            }
        }
        return NONE;
    }

    /** The row of the rule with this id, made if there is none. */
    int row(Text id) {
        // Scanners write results in the order of their rules, or all results of a rule in a row.
        if (rowIs(guess, id)) {
            return guess++;
        }
        if (rowIs(guess - 1, id)) {
            return guess - 1;
        }
        int row = findOrAdd(id);
        guess = row + 1;
        return row;
    }

    private boolean rowIs(int row, Text id) {
        return row >= firstOfRun && row < size && textIs(row, id);
    }

    private boolean textIs(int row, Text id) {
        long address = ids[row];
        int length = id.length();
        return length < 0x80
                ? idArena.at(address) == length && idArena.matches(address + 1, id.bytes(), length)
                : new RecordReader(idArena, address).textIs(id);
    }

    private int findOrAdd(Text id) {
        int hash = hash(id);
        int found = find(id, hash);
        if (found >= 0) {
            return found;
        }
        if (size == ids.length) {
            grow();
        }
        ids[size] = idArena.end();
        record.clear();
        record.putText(id);
        idArena.append(record.bytes(), record.length());
        rules[size] = NONE;
        packages[size] = NONE;
        hashes[size] = hash;
        hints[size] = -1;
        if ((size - firstOfRun + 1) * 2 > slots.length) {
            rehash();
        }
        occupy(hash, size);
        return size++;
    }

    private int find(Text id, int hash) {
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int row = slots[slot] - 1;
            if (hashes[row] == hash && textIs(row, id)) {
                return row;
            }
        }
        return -1;
    }

    private void occupy(int hash, int row) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = row + 1;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int row = firstOfRun; row < size; row++) {
            occupy(hashes[row], row);
        }
    }

    private void grow() {
        int larger = size * 2;
        ids = Arrays.copyOf(ids, larger);
        rules = Arrays.copyOf(rules, larger);
        packages = Arrays.copyOf(packages, larger);
        states = Arrays.copyOf(states, larger);
        hashes = Arrays.copyOf(hashes, larger);
        hints = Arrays.copyOf(hints, larger);
        rated = Arrays.copyOf(rated, larger);
    }

    private int hash(Text id) {
        int hash = 0;
        byte[] bytes = id.bytes();
        for (int i = 0; i < id.length(); i++) {
            hash = hash * multiplier + bytes[i] + 1;
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
