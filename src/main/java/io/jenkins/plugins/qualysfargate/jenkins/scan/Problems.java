package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects everything that is wrong with the parameters of a scan, so that users learn of all of it at once. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    void add(String problem) {
        found.add(problem);
    }

    /**
     * The value, or null after noting why there is none.
     *
     * @param parameter as users know it
     */
    @CheckForNull
    <T> T note(String parameter, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            found.add(parameter + ": " + wrong.getMessage());
            return null;
        }
    }

    /** A part of a plan that can be refused as a whole. */
    interface Part<T> {
        T plan() throws ScanRefusedException, IOException, InterruptedException;
    }

    /** The value, or null after noting why there is none. */
    @CheckForNull
    <T> T collect(Part<T> part) throws IOException, InterruptedException {
        try {
            return part.plan();
        } catch (ScanRefusedException refused) {
            found.addAll(refused.problems());
            return null;
        }
    }

    /** @throws ScanRefusedException with every problem, if there is one */
    void throwIfAny() throws ScanRefusedException {
        if (!found.isEmpty()) {
            throw new ScanRefusedException(found);
        }
    }
}
