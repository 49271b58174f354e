package io.jenkins.plugins.qualysfargate.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must be known after a restart of Jenkins to go on with scans instead of beginning anew: what image names were
 * resolved to, and what runs where. It may be saved at any time, so its parts are replaced and never changed.
 */
public final class ScanMemory implements Serializable {
    private static final long serialVersionUID = 1L;

    private volatile ArrayList<RunningScan> scans = new ArrayList<>();
    private volatile HashMap<String, ResolvedText> resolved = new HashMap<>();
    private volatile String directory = "";

    private transient volatile Set<RunningScan> taken;
    private transient volatile Runnable saver;

    /** @param action saves the state of the build that this belongs to */
    public void savedBy(Runnable action) {
        saver = action;
    }

    synchronized void add(RunningScan scan) {
        ArrayList<RunningScan> more = new ArrayList<>(scans);
        more.add(scan);
        scans = more;
        taken().add(scan);
        save();
    }

    /** The next attempt for this key that was begun before the restart; each is given once. */
    synchronized Optional<RunningScan> next(String key) {
        Optional<RunningScan> next = scans.stream()
                .filter(scan -> scan.key.equals(key) && scan.controller() != null && !taken().contains(scan))
                .findFirst();
        next.ifPresent(taken()::add);
        return next;
    }

    private Set<RunningScan> taken() {
        if (taken == null) {
            taken = new HashSet<>();
        }
        return taken;
    }

    @CheckForNull
    ResolvedText resolved(String key) {
        return resolved.get(key);
    }

    synchronized void resolved(String key, ResolvedText answer) {
        Map<String, ResolvedText> more = new HashMap<>(resolved);
        more.put(key, answer);
        resolved = new HashMap<>(more);
        save();
    }

    /** Where the places of these scans are on the agent; empty if there is none yet. */
    String directory() {
        return directory;
    }

    synchronized void directory(String path) {
        directory = path;
        save();
    }

    List<RunningScan> scans() {
        return scans;
    }

    void save() {
        Runnable action = saver;
        if (action != null) {
            action.run();
        }
    }
}
