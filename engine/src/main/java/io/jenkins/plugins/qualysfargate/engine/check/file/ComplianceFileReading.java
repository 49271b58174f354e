package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.util.List;
import java.util.function.Function;

/** What reading a compliance file gave: settings, or everything that is wrong with the file. */
public sealed interface ComplianceFileReading {

    /**
     * The file is sound.
     *
     * @param warnings sentences about what the file says and probably does not mean
     */
    record Valid(ComplianceSettings settings, List<String> warnings) implements ComplianceFileReading {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The file is not sound, and nothing may be checked by any part of it.
     *
     * @param problems at least one, in the order of the file
     */
    record Invalid(List<YamlProblem> problems) implements ComplianceFileReading {
        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("an invalid compliance file names at least one problem");
            }
        }
    }

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(Function<? super Valid, ? extends T> valid, Function<? super Invalid, ? extends T> invalid) {
        return this instanceof Valid it ? valid.apply(it) : invalid.apply((Invalid) this);
    }
}
